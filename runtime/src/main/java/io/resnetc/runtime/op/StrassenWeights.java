package io.resnetc.runtime.op;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

import io.resnetc.runtime.weights.Tensor;

/**
 * Packs weights for Strassen's algorithm: {@code [outputs / 2 / PANEL][factor][inputs / 2][PANEL]},
 * what each {@link StrassenFactor} is multiplied by.
 */
final class StrassenWeights {
  private final Tensor weight;
  private final int inputs;
  private final float[] rows;

  private StrassenWeights(Tensor weight) {
    this.weight = weight;
    this.inputs = weight.dim(1);
    this.rows = new float[PANEL * inputs];
  }

  /**
   * @param weight {@code [out, in, 1, 1]}
   */
  static float[] pack(Tensor weight) {
    StrassenWeights weights = new StrassenWeights(weight);
    int panels = weight.dim(0) / 2 / PANEL;
    int quarter = weights.inputs / 2 * PANEL;
    float[] left = new float[2 * quarter];
    float[] right = new float[2 * quarter];
    float[] packed = new float[Math.multiplyExact(StrassenFactor.COUNT * panels, quarter)];
    for (int panel = 0; panel < panels; panel++) {
      weights.read(panel, left);
      weights.read(panels + panel, right);
      int start = StrassenFactor.COUNT * panel * quarter;
      for (int at = 0; at < quarter; at += PANEL) {
        combine(left, right, at, quarter, packed, start + at);
      }
    }
    return packed;
  }

  /** A panel's outputs side by side, {@code [inputs][PANEL]}. */
  private void read(int panel, float[] to) {
    weight.read(panel * PANEL, (panel + 1) * PANEL, rows);
    for (int input = 0; input < inputs; input++) {
      copy(rows, input, inputs, to, input * PANEL);
    }
  }

  // Methods of their own, because C2 compiles a loop in a loop for four times as long, and twice.
  private static void copy(float[] rows, int from, int step, float[] to, int at) {
    for (int j = 0, i = from; j < PANEL; j++, i += step) {
      to[at + j] = rows[i];
    }
  }

  /**
   * The sums of two panels, one of each half of the outputs, for one input of each half, in the
   * factors' order.
   */
  private static void combine(
      float[] left, float[] right, int from, int quarter, float[] packed, int at) {
    for (int j = 0; j < PANEL; j++) {
      float b11 = left[from + j];
      float b21 = left[from + quarter + j];
      float b12 = right[from + j];
      float b22 = right[from + quarter + j];
      float t1 = b12 - b11;
      float t2 = b22 - t1;
      packed[at + j] = b11;
      packed[at + quarter + j] = b21;
      packed[at + 2 * quarter + j] = t2;
      packed[at + 3 * quarter + j] = t1;
      packed[at + 4 * quarter + j] = b22 - b12;
      packed[at + 5 * quarter + j] = b21 - t2;
      packed[at + 6 * quarter + j] = b22;
    }
  }
}
