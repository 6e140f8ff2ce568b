package io.resnetc.runtime.op;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/**
 * The seven products of a run of pairs and a pair of panels. Most go on from the sums of an earlier
 * one, so that of the additions of results only two are left:
 *
 * <pre>
 * first  = A11 B11
 * C11    = first + A12 B21
 * second = first + S2 T2
 * third  = S1 T1
 * first  = second + S3 T3
 * C21    = first + A22 (B21 - T2)
 * C22    = first + third
 * C12    = second + third + S4 B22
 * </pre>
 */
final class StrassenProduct {
  private static final int FIRST = 0;
  private static final int SECOND = 1;
  private static final int THIRD = 2;
  private static final int PASSING = 3;

  /** No earlier product: sums begin with +0. */
  private static final int NONE = -1;

  private final Kernels kernels;
  private final StrassenLayout layout;
  private final float[] weights;
  private final float[] bias;
  private final Activation activation;

  StrassenProduct(
      Kernels kernels,
      StrassenLayout layout,
      float[] weights,
      float[] bias,
      Activation activation) {
    this.kernels = kernels;
    this.layout = layout;
    this.weights = weights;
    this.bias = bias;
    this.activation = activation;
  }

  /**
   * Computes the results of {@code rows} pairs from {@code pair} on for two panels of outputs.
   *
   * @param panel of the first half of the outputs; the other is as far into the second half
   * @param dataAt where the first sum of the first pair's data begins
   */
  void store(Call call, int panel, int pair, int rows, int dataAt, float[] scratch) {
    int left = panel * PANEL;
    int right = bias.length / 2 + left;
    multiply(call, StrassenFactor.A11, NONE, FIRST, panel, pair, rows, dataAt, scratch);
    store(call, StrassenFactor.A12, FIRST, 0, left, panel, pair, rows, dataAt, scratch);
    multiply(call, StrassenFactor.S2, FIRST, SECOND, panel, pair, rows, dataAt, scratch);
    multiply(call, StrassenFactor.S1, NONE, THIRD, panel, pair, rows, dataAt, scratch);
    multiply(call, StrassenFactor.S3, SECOND, FIRST, panel, pair, rows, dataAt, scratch);
    store(call, StrassenFactor.A22, FIRST, 1, left, panel, pair, rows, dataAt, scratch);
    addThird(FIRST, rows, scratch);
    storeSums(call, FIRST, 1, right, pair, rows, scratch);
    addThird(SECOND, rows, scratch);
    store(call, StrassenFactor.S4, SECOND, 0, right, panel, pair, rows, dataAt, scratch);
  }

  /** Sums of {@code to} are those of {@code from} and a product. */
  private void multiply(
      Call call,
      StrassenFactor factor,
      int from,
      int to,
      int panel,
      int pair,
      int rows,
      int dataAt,
      float[] scratch) {
    kernels.multiply(
        factor.isSum() ? scratch : call.arena(),
        at(call, factor, pair, dataAt),
        stride(factor),
        rows,
        1,
        0,
        layout.half(),
        weights,
        panelAt(factor, panel),
        PANEL,
        from == NONE ? null : scratch,
        from == NONE ? 0 : layout.sumsAt(from),
        scratch,
        layout.sumsAt(to));
  }

  private void addThird(int to, int rows, float[] scratch) {
    int at = layout.sumsAt(to);
    int third = layout.sumsAt(THIRD);
    kernels.add(scratch, at, scratch, third, scratch, at, rows * PANEL, Activation.NONE);
  }

  /**
   * Stores the sums of {@code from} and a product.
   *
   * @param pixel which of each pair
   * @param channel the first output of the panel
   */
  private void store(
      Call call,
      StrassenFactor factor,
      int from,
      int pixel,
      int channel,
      int panel,
      int pair,
      int rows,
      int dataAt,
      float[] scratch) {
    if (!StrassenPairs.areStoredByTiles(kernels, call)) {
      multiply(call, factor, from, PASSING, panel, pair, rows, dataAt, scratch);
      storeSums(call, PASSING, pixel, channel, pair, rows, scratch);
      return;
    }
    View y = call.y();
    int stride = stride(factor);
    for (int row = 0, count; row < rows; row += count) {
      count = StrassenPairs.evenly(call, pair + row, rows - row);
      kernels.multiplyAndStore(
          factor.isSum() ? scratch : call.arena(),
          at(call, factor, pair, dataAt) + row * stride,
          stride,
          count,
          1,
          0,
          layout.half(),
          weights,
          panelAt(factor, panel),
          bias,
          channel,
          scratch,
          layout.sumsAt(from) + row * PANEL,
          PANEL,
          call.arena(),
          Views.pixel(y, call.images(), 2 * (pair + row) + pixel) + channel,
          2 * y.channels(),
          PANEL,
          activation,
          scratch,
          layout.sumsAt(PASSING));
    }
  }

  private void storeSums(
      Call call, int from, int pixel, int channel, int pair, int rows, float[] scratch) {
    View y = call.y();
    View z = call.z();
    for (int row = 0, count; row < rows; row += count) {
      count = StrassenPairs.evenly(call, pair + row, rows - row);
      int first = 2 * (pair + row) + pixel;
      kernels.epilogue(
          scratch,
          layout.sumsAt(from) + row * PANEL,
          bias,
          channel,
          z == null ? null : call.arena(),
          z == null ? 0 : Views.pixel(z, call.images(), first) + channel,
          call.arena(),
          Views.pixel(y, call.images(), first) + channel,
          2 * y.channels(),
          count,
          PANEL,
          activation);
    }
  }

  private int at(Call call, StrassenFactor factor, int pair, int dataAt) {
    return factor.isSum()
        ? dataAt + factor.index() * layout.step()
        : StrassenPairs.at(call, pair) + factor.index() * layout.half();
  }

  private int stride(StrassenFactor factor) {
    return factor.isSum() ? layout.stride() : layout.pair();
  }

  private int panelAt(StrassenFactor factor, int panel) {
    return (panel * StrassenFactor.COUNT + factor.ordinal()) * layout.half() * PANEL;
  }
}
