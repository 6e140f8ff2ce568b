package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.platform.KernelChoice;
import io.resnetc.runtime.weights.Tensor;
import java.util.Arrays;

/**
 * A convolution as a matrix product (im2col; Chellapilla et al. 2006): a block of pixels is laid
 * out in rows, which every weight panel passes over. Blocks of rows and of depth have sizes that
 * depend on the weight's shape alone, so each sum has one order.
 */
final class GemmConv2d extends Conv2d {
  /** Rows of a block where the depth is small; a multiple of the register tile. */
  private static final int MAX_ROWS = 120;

  /** Floats of rows that should stay in the second-level cache (1 MiB). */
  private static final int ROW_FLOATS = 1 << 18;

  /** Pixels that a share should have at least before panels are shared instead. */
  private static final int MIN_SHARE = 60;

  private final Kernels kernels = KernelChoice.current().kernels();
  private final Window window;
  private final Segment[] segments;
  private final int panels;
  private final float[] bias;
  private final boolean relu;
  private final int depth;
  private final int stride;
  private final int maxRows;

  GemmConv2d(Tensor weight, Tensor bias, Window window, int groups, Activation activation) {
    super(weight);
    int groupOutputs = weight.dim(0) / groups;
    int groupsEach = groupOutputs >= Kernels.PANEL / 2 ? 1 : Kernels.PANEL / groupOutputs;
    groupsEach = Math.min(groupsEach, groups);
    this.window = window;
    this.segments = new Segment[(groups + groupsEach - 1) / groupsEach];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = Segment.pack(weight, i, groupsEach, groups);
    }
    this.panels = Arrays.stream(segments).mapToInt(Segment::panelCount).sum();
    this.bias = bias == null ? new float[weight.dim(0)] : bias.values();
    this.relu = activation == Activation.RELU;
    this.depth = weight.dim(2) * weight.dim(3) * segments[0].inputs();
    // Rows a power of two apart would share few lines of the cache.
    this.stride = (depth + 15) / 16 * 16 + 16;
    int fitting = ROW_FLOATS / stride / Kernels.TILE_ROWS * Kernels.TILE_ROWS;
    this.maxRows = Math.max(Kernels.TILE_ROWS, Math.min(MAX_ROWS, fitting));
  }

  @Override
  public int scratch() {
    return maxRows * stride + (maxRows + Kernels.TILE_ROWS) * Kernels.PANEL;
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int pixels = call.images() * call.y().height() * call.y().width();
    if (pixels >= parts * MIN_SHARE || panels < parts) {
      int from = Shares.start(pixels, part, parts);
      compute(call, part, from, Shares.start(pixels, part + 1, parts), 0, panels);
    } else {
      int from = Shares.start(panels, part, parts);
      compute(call, part, 0, pixels, from, Shares.start(panels, part + 1, parts));
    }
  }

  private void compute(Call call, int part, int from, int to, int fromPanel, int toPanel) {
    float[] scratch = call.scratch(part);
    int blocks = (to - from + maxRows - 1) / maxRows;
    for (int block = 0; block < blocks; block++) {
      int start = from + Shares.start(to - from, block, blocks);
      int end = from + Shares.start(to - from, block + 1, blocks);
      int firstPanel = 0;
      for (Segment segment : segments) {
        int first = Math.max(0, fromPanel - firstPanel);
        int last = Math.min(segment.panelCount(), toPanel - firstPanel);
        if (first < last) {
          Im2row.copy(call, window, segment, start, end, scratch, stride);
        }
        for (int panel = first; panel < last; panel++) {
          multiply(segment, panel, end - start, scratch);
          store(call, segment, panel, start, end, scratch);
        }
        firstPanel += segment.panelCount();
      }
    }
  }

  private void multiply(Segment segment, int panel, int rows, float[] scratch) {
    int length = window.kernelHeight() * window.kernelWidth() * segment.inputs();
    int panelAt = panel * length * Kernels.PANEL;
    int sumsAt = maxRows * stride;
    int outputs = segment.outputs() - panel * Kernels.PANEL;
    int width = outputs > Kernels.PANEL / 2 ? Kernels.PANEL : Kernels.PANEL / 2;
    float[] panels = segment.panels();
    for (int at = 0; at < length; at += Segment.DEPTH_BLOCK) {
      int block = Math.min(Segment.DEPTH_BLOCK, length - at);
      int weightsAt = panelAt + at * Kernels.PANEL;
      kernels.multiply(
          scratch, at, stride, rows, block, panels, weightsAt, width, scratch, sumsAt, at > 0);
    }
  }

  private void store(Call call, Segment segment, int panel, int from, int to, float[] scratch) {
    View y = call.y();
    View z = call.z();
    int first = panel * Kernels.PANEL;
    int count = Math.min(Kernels.PANEL, segment.outputs() - first);
    int channel = segment.outputStart() + first;
    int sumsAt = maxRows * stride;
    int pixel = from;
    while (pixel < to) {
      int line = pixel / y.width();
      int column = pixel % y.width();
      int image = line / y.height();
      int row = line % y.height();
      int run = Math.min(y.width() - column, to - pixel);
      kernels.epilogue(
          scratch,
          sumsAt,
          bias,
          channel,
          z == null ? null : call.arena(),
          z == null ? 0 : Views.pixel(z, call.images(), image, row, column) + channel,
          call.arena(),
          Views.pixel(y, call.images(), image, row, column) + channel,
          y.channels(),
          run,
          count,
          relu);
      sumsAt += run * Kernels.PANEL;
      pixel += run;
    }
  }
}
