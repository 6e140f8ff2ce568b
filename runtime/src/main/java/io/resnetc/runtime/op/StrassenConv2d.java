package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * A 1x1 convolution of stride 1 by one level of Strassen's algorithm (1969) in Winograd's variant
 * (1971): seven products of quarters instead of eight. Quarters of the data are the two pixels of a
 * pair of neighbours and the halves of their inputs, quarters of the weights the halves of inputs
 * and of outputs. A pair's results depend on nothing but the pair, so every split has the same
 * bits.
 */
public final class StrassenConv2d extends Conv2d {
  /** Pairs that a share should have at least before panels are shared instead. */
  private static final int MIN_SHARE = 30;

  private final StrassenLayout layout;
  private final float[] weights;
  private final float[] bias;
  private final Activation activation;
  private final StrassenProduct product;

  private StrassenConv2d(
      Kernels kernels, int inputs, float[] weights, float[] bias, Activation activation) {
    super(kernels, inputs);
    this.layout = StrassenLayout.of(kernels, inputs);
    this.weights = weights;
    this.bias = bias;
    this.activation = activation;
    this.product = new StrassenProduct(kernels, layout, weights, bias, activation);
  }

  /**
   * For maps with an even number of columns.
   *
   * @param weight {@code [out, in, 1, 1]}, out a multiple of 64 and in of 32
   * @param bias {@code [out]}, or null
   */
  public static StrassenConv2d of(Tensor weight, Tensor bias, Activation activation) {
    int outputs = weight.dim(0);
    int inputs = weight.dim(1);
    int panels = 2 * Kernels.PANEL;
    int vectors = 2 * Kernels.LANES;
    if (outputs % panels != 0 || inputs % vectors != 0 || depth(weight) != inputs) {
      throw new IllegalArgumentException(
          "Strassen's algorithm needs a multiple of %d outputs, one of %d inputs, and a 1x1 kernel: %s"
              .formatted(panels, vectors, weight.dims()));
    }
    float[] packed = StrassenWeights.pack(weight);
    float[] shift = withoutNegativeZeros(shift(weight, bias));
    return new StrassenConv2d(first(), inputs, packed, shift, activation);
  }

  @Override
  StrassenConv2d on(Kernels other) {
    return new StrassenConv2d(other, 2 * layout.half(), weights, bias, activation);
  }

  @Override
  public long weights() {
    return weights.length;
  }

  @Override
  public int scratch() {
    return layout.floats();
  }

  @Override
  public long work(View x, View y) {
    return super.work(x, y) / 8 * StrassenFactor.COUNT;
  }

  @Override
  public void compute(Call call, int part, int parts) {
    if (call.y().width() % 2 != 0) {
      throw new IllegalArgumentException(
          "Strassen's algorithm takes pixels in pairs, and a line has " + call.y().width());
    }
    int pairs = StrassenPairs.all(call);
    int span = StrassenPairs.span(kernels, call);
    int tile = StrassenPairs.tile(kernels, call, span);
    int limit = Runs.limit(pairs / span, span, tile, layout.run(), parts);
    int runs = pairs / span * Runs.each(span, tile, limit);
    int panels = bias.length / 2 / Kernels.PANEL;
    if (pairs >= parts * MIN_SHARE && runs >= parts || panels < parts) {
      int from = Shares.start(runs, part, parts);
      int to = Shares.start(runs, part + 1, parts);
      compute(call, part, span, tile, limit, from, to, 0, panels);
    } else {
      int from = Shares.start(panels, part, parts);
      int to = Shares.start(panels, part + 1, parts);
      compute(call, part, span, tile, limit, 0, runs, from, to);
    }
  }

  /**
   * Computes runs of pairs for pairs of panels, a block at a time. The last block is the first: of
   * data that do not fit the second-level cache it still has what was written last.
   */
  private void compute(
      Call call,
      int part,
      int span,
      int tile,
      int limit,
      int from,
      int to,
      int fromPanel,
      int toPanel) {
    float[] scratch = call.scratch(part);
    int most = Math.max(1, layout.block() / Runs.most(span, tile, limit));
    for (int end = to, run; end > from; end = run) {
      run = Math.max(from, end - most);
      int start = Runs.start(run, span, tile, limit);
      for (int i = run; i < end; i++) {
        int pair = Runs.start(i, span, tile, limit);
        int rows = Runs.start(i + 1, span, tile, limit) - pair;
        sum(call, pair, rows, (pair - start) * layout.stride(), scratch);
      }
      for (int panel = fromPanel; panel < toPanel; panel++) {
        for (int i = run; i < end; i++) {
          int pair = Runs.start(i, span, tile, limit);
          int rows = Runs.start(i + 1, span, tile, limit) - pair;
          product.store(call, panel, pair, rows, (pair - start) * layout.stride(), scratch);
        }
      }
    }
  }

  /** Makes the sums of data of {@code rows} pairs from {@code pair} on. */
  private void sum(Call call, int pair, int rows, int to, float[] scratch) {
    kernels.strassenData(
        call.arena(),
        StrassenPairs.at(call, pair),
        rows,
        layout.half(),
        scratch,
        to,
        layout.stride(),
        layout.step());
  }
}
