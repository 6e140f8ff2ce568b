package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.kernel.Kernels.ROW_TILES;

/**
 * A row of positions of Winograd's F(4 x 4, 3 x 3) without the Vector API: some weights of a
 * position are made at a time, and then multiplied as a panel is.
 */
public final class ScalarWinogradRow {
  private static final ThreadLocal<ScalarWinogradRow> OF_THREAD = new OfThread();

  private static final float[] SCALES = {1, -1 / 3f, -1 / 3f, 1 / 6f, 1 / 6f, 1};

  /** Inputs whose weights are made together. */
  private static final int INPUTS = 64;

  private final float[] first = ScalarProduct.line(INPUTS * PANEL);
  private final float[] middle = ScalarProduct.line(INPUTS * PANEL);
  private final float[] last = ScalarProduct.line(INPUTS * PANEL);
  private final float[] even = ScalarProduct.line(INPUTS * PANEL);
  private final float[] panel = ScalarProduct.line(INPUTS * PANEL);
  private final float[] starts = new float[ROW_TILES * PANEL];

  private ScalarWinogradRow() {}

  /** A class, because the first lambda of a process takes some milliseconds. */
  private static final class OfThread extends ThreadLocal<ScalarWinogradRow> {
    @Override
    protected ScalarWinogradRow initialValue() {
      return new ScalarWinogradRow();
    }
  }

  public static ScalarWinogradRow ofThread() {
    return OF_THREAD.get();
  }

  /** As {@link Kernels#winogradRow}. */
  void multiply(
      float[] data,
      int dataAt,
      int stride,
      int dataStep,
      int inputs,
      float[] weights,
      int weightsAt,
      float[] products,
      int productsAt,
      int step) {
    for (int input = 0; input < inputs; input += INPUTS) {
      int count = Math.min(INPUTS, inputs - input);
      load(weights, weightsAt + 3 * input * PANEL, count);
      for (int j = 0; j < SCALES.length; j++) {
        int sumsAt = productsAt + j * step;
        System.arraycopy(products, sumsAt, starts, 0, starts.length);
        ScalarOutputGemm.ofThread()
            .multiply(
                data,
                dataAt + j * dataStep + input,
                stride,
                ROW_TILES,
                1,
                0,
                count,
                weights(j, count * PANEL),
                0,
                PANEL,
                input == 0 ? null : starts,
                0,
                products,
                sumsAt);
      }
    }
    for (int j = 0; j < SCALES.length; j++) {
      scale(products, productsAt + j * step, ROW_TILES * PANEL, SCALES[j]);
    }
  }

  /** The three weights of inputs, a line each. */
  private void load(float[] weights, int at, int inputs) {
    for (int i = 0; i < inputs; i++) {
      int from = at + 3 * i * PANEL;
      System.arraycopy(weights, from, first, i * PANEL, PANEL);
      System.arraycopy(weights, from + PANEL, middle, i * PANEL, PANEL);
      System.arraycopy(weights, from + 2 * PANEL, last, i * PANEL, PANEL);
    }
  }

  /** What the sums of a position of the row are scaled by. */
  public static float scale(int position) {
    return SCALES[position];
  }

  /**
   * The weights of inputs at all positions of the row: for products by lines of weights, which are
   * transformed as a whole.
   *
   * @param weights {@code [input][3][PANEL]}
   * @param panels {@code [position][input][PANEL]}
   */
  public void transform(float[] weights, int at, int inputs, float[] panels, int panelsAt) {
    for (int input = 0; input < inputs; input += INPUTS) {
      int count = Math.min(INPUTS, inputs - input);
      load(weights, at + 3 * input * PANEL, count);
      for (int j = 0; j < SCALES.length; j++) {
        int to = panelsAt + (j * inputs + input) * PANEL;
        System.arraycopy(weights(j, count * PANEL), 0, panels, to, count * PANEL);
      }
    }
  }

  /** The weights of a position, one after the other. */
  private float[] weights(int position, int count) {
    switch (position) {
      case 0 -> {
        return first;
      }
      case 1 -> plus(first, last, count);
      case 3 -> plus(last, first, count);
      case 2, 4 -> ScalarWinograd.subtract(even, middle, panel, count);
      default -> {
        return last;
      }
    }
    return panel;
  }

  // By loops that other layers need too: a first answer waits for every loop that C2 compiles.
  private void plus(float[] own, float[] other, int count) {
    System.arraycopy(own, 0, even, 0, count);
    ScalarPointwise.add(even, own, count);
    ScalarPointwise.add(even, other, count);
    System.arraycopy(even, 0, panel, 0, count);
    ScalarPointwise.add(panel, middle, count);
  }

  private static void scale(float[] sums, int at, int count, float factor) {
    for (int i = at; i < at + count; i++) {
      sums[i] *= factor;
    }
  }
}
