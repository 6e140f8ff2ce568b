package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.machine.Caches;
import io.resnetc.runtime.weights.Tensor;

/**
 * A convolution as a matrix product: the patches of the output pixels are rows, and every weight
 * panel passes over a block of them. Where they lie is for {@link Patches}; every sum is one chain
 * from the residual or from +0, in the order kernel row, kernel column, input channel.
 */
final class GemmConv2d extends Conv2d {
  /** Floats of a block of patches, which should stay in the second-level cache. */
  private static final int BLOCK_FLOATS = Caches.current().level2() / 2;

  /** Pixels that a share should have at least before panels are shared instead. */
  private static final int MIN_SHARE = 60;

  private final int mostRows;
  private final Window window;
  private final InPlacePatches inPlace;
  private final CopiedPatches copied;
  private final StackedPatches stacked;
  private final Segment[] segments;
  private final int panels;
  private final float[] bias;
  private final Activation activation;
  private final PanelProduct product;
  private final int blockRows;

  private GemmConv2d(
      Kernels kernels,
      long multiplyAdds,
      Window window,
      Segment[] segments,
      float[] bias,
      Activation activation) {
    super(kernels, multiplyAdds);
    this.window = window;
    this.segments = segments;
    this.panels = panels(segments);
    this.bias = bias;
    this.activation = activation;
    int depth = window.kernelHeight() * window.kernelWidth() * segments[0].inputs();
    this.mostRows = kernels.mostRows();
    this.blockRows = Math.max(mostRows, Math.min(4 * mostRows, BLOCK_FLOATS / depth));
    this.inPlace = new InPlacePatches(kernels, window, blockRows);
    this.copied = new CopiedPatches(window, depth, blockRows);
    this.stacked = new StackedPatches(kernels, window, sumsAt());
    this.product = new PanelProduct(kernels, bias, activation, sumsAt());
  }

  static GemmConv2d pack(
      Tensor weight, Tensor bias, Window window, int groups, Activation activation) {
    int groupOutputs = weight.dim(0) / groups;
    int groupsEach = groupOutputs >= Kernels.PANEL / 2 ? 1 : Kernels.PANEL / groupOutputs;
    groupsEach = Math.min(groupsEach, groups);
    Segment[] segments = new Segment[(groups + groupsEach - 1) / groupsEach];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = Segment.pack(weight, i, groupsEach, groups);
    }
    float[] shift = withoutNegativeZeros(shift(weight, bias));
    return new GemmConv2d(first(), depth(weight), window, segments, shift, activation);
  }

  @Override
  GemmConv2d on(Kernels other) {
    return new GemmConv2d(other, depth, window, segments, bias, activation);
  }

  private static int panels(Segment[] segments) {
    int panels = 0;
    for (Segment segment : segments) {
      panels += segment.panelCount();
    }
    return panels;
  }

  @Override
  public long weights() {
    long floats = 0;
    for (Segment segment : segments) {
      floats += segment.panels().length;
    }
    return floats;
  }

  @Override
  public int scratch() {
    return sumsAt() + Kernels.scratch(mostRows);
  }

  /** Behind the copied rows, and those that fill up the last tile. */
  private int sumsAt() {
    return (blockRows + Kernels.MOST_TILE_ROWS) * copied.stride();
  }

  @Override
  public void compute(Call call, int part, int parts) {
    Patches patches = patches(call);
    int span = patches.span(call);
    int tile = kernels.tileRows(span);
    int pixels = call.images() * call.y().height() * call.y().width();
    int limit = Runs.limit(pixels / span, span, tile, mostRows, parts);
    int runs = pixels / span * Runs.each(span, tile, limit);
    if (pixels >= parts * MIN_SHARE && runs >= parts || panels < parts) {
      int to = Shares.start(runs, part + 1, parts);
      int from = Shares.start(runs, part, parts);
      compute(call, part, patches, span, tile, limit, from, to, 0, panels);
    } else {
      int from = Shares.start(panels, part, parts);
      int to = Shares.start(panels, part + 1, parts);
      compute(call, part, patches, span, tile, limit, 0, runs, from, to);
    }
  }

  private Patches patches(Call call) {
    if (stacked.suits(call, segments[0])) {
      return stacked;
    }
    return inPlace.suits(call, segments[0]) ? inPlace : copied;
  }

  private void compute(
      Call call,
      int part,
      Patches patches,
      int span,
      int tile,
      int limit,
      int from,
      int to,
      int fromPanel,
      int toPanel) {
    float[] scratch = call.scratch(part);
    boolean isEven = Views.isEvenlyStored(call, span);
    int most = Runs.most(span, tile, limit);
    for (int run = from, end; run < to; run = end) {
      int start = Runs.start(run, span, tile, limit);
      end = Math.min(to, run + Math.max(1, patches.block(call, start) / most));
      int firstPanel = 0;
      for (Segment segment : segments) {
        int first = Math.max(0, fromPanel - firstPanel);
        int last = Math.min(segment.panelCount(), toPanel - firstPanel);
        if (first < last) {
          patches.prepare(call, segment, start, Runs.start(end, span, tile, limit), scratch);
        }
        for (int panel = first; panel < last; panel++) {
          for (int i = run; i < end; i++) {
            int pixel = Runs.start(i, span, tile, limit);
            int rows = Runs.start(i + 1, span, tile, limit) - pixel;
            int at = patches.row(call, segment, start, pixel);
            product.store(call, patches, at, rows, segment, panel, pixel, isEven, scratch);
          }
        }
        firstPanel += segment.panelCount();
      }
    }
  }
}
