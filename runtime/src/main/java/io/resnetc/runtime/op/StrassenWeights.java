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
      combine(left, right, quarter, packed, StrassenFactor.COUNT * panel * quarter);
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

  // A method of its own, because C2 compiles a loop in a loop for four times as long, and twice.
  private static void copy(float[] rows, int from, int step, float[] to, int at) {
    for (int j = 0, i = from; j < PANEL; j++, i += step) {
      to[at + j] = rows[i];
    }
  }

  /** The sums of two panels, one of each half of the outputs, in the factors' order. */
  private static void combine(float[] left, float[] right, int quarter, float[] packed, int at) {
    for (int i = 0; i < quarter; i++) {
      float b11 = left[i];
      float b21 = left[quarter + i];
      float b12 = right[i];
      float b22 = right[quarter + i];
      float t1 = b12 - b11;
      float t2 = b22 - t1;
      packed[at + i] = b11;
      packed[at + quarter + i] = b21;
      packed[at + 2 * quarter + i] = t2;
      packed[at + 3 * quarter + i] = t1;
      packed[at + 4 * quarter + i] = b22 - b12;
      packed[at + 5 * quarter + i] = b21 - t2;
      packed[at + 6 * quarter + i] = b22;
    }
  }
}
