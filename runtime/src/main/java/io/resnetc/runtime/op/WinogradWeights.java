package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;
import java.util.Arrays;

/**
 * Packs weights in the Winograd domain: {@code G g G^T} of every kernel g, computed in double
 * precision and rounded once, in panels {@code [outputs / PANEL][position][input][PANEL]}.
 */
final class WinogradWeights {
  private static final int PANEL = Kernels.PANEL;

  private WinogradWeights() {}

  /**
   * @param weight {@code [out, in, taps, taps]}
   * @param tile outputs of a tile along one axis: 2, 3 or 4
   */
  static float[] pack(Tensor weight, int tile) {
    double[][] transform = transform(tile);
    int taps = weight.dim(2);
    int inputs = weight.dim(1);
    int side = transform.length;
    int panels = (weight.dim(0) + PANEL - 1) / PANEL;
    float[] packed = new float[Math.multiplyExact(panels * side * side, inputs * PANEL)];
    double[] kernels = new double[taps * taps * PANEL];
    double[] rows = new double[side * taps * PANEL];
    for (int panel = 0; panel < panels; panel++) {
      for (int input = 0; input < inputs; input++) {
        gather(weight, panel, input, kernels);
        transformRows(transform, taps, kernels, rows);
        int target = (panel * side * side * inputs + input) * PANEL;
        transformColumns(transform, taps, rows, packed, target, inputs * PANEL);
      }
    }
    return packed;
  }

  // Methods of their own: one large method took C2 over 100 ms, because it compiled it twice, the
  // first time while it ran; these take 40, and a first answer waits for C2.
  private static void transformRows(
      double[][] transform, int taps, double[] kernels, double[] rows) {
    for (int column = 0; column < taps; column++) {
      for (int i = 0; i < transform.length; i++) {
        combine(transform[i], kernels, column, taps, rows, i * taps + column);
      }
    }
  }

  private static void transformColumns(
      double[][] transform, int taps, double[] rows, float[] packed, int first, int step) {
    double[] sums = new double[PANEL];
    int target = first;
    for (int i = 0; i < transform.length; i++) {
      for (double[] factors : transform) {
        combine(factors, rows, i * taps, 1, sums, 0);
        round(sums, packed, target);
        target += step;
      }
    }
  }

  /**
   * G, whose rows are {@code [1, p, p^2, p^3] / product of (p - q)} for each point p, as many of
   * the powers as there are taps, and infinity's.
   */
  private static double[][] transform(int tile) {
    if (tile == 2) {
      return new double[][] {{1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}};
    }
    double near = Math.sqrt(0.5);
    double far = Math.sqrt(2);
    double[][] four = {
      {1, 0, 0, 0},
      {-2 / 3.0, -2 / 3.0 * near, -1 / 3.0, -near / 3},
      {-2 / 3.0, 2 / 3.0 * near, -1 / 3.0, near / 3},
      {1 / 6.0, far / 6, 1 / 3.0, far / 3},
      {1 / 6.0, -far / 6, 1 / 3.0, -far / 3},
      {0, 0, 0, 1}
    };
    return tile == 3 ? four : withoutCubes(four);
  }

  private static double[][] withoutCubes(double[][] four) {
    double[][] three = new double[four.length][];
    for (int i = 0; i < three.length; i++) {
      three[i] = Arrays.copyOf(four[i], 3);
    }
    three[three.length - 1][2] = 1;
    return three;
  }

  /** The kernels of a panel's outputs for one input, {@code [tap][PANEL]}. */
  private static void gather(Tensor weight, int panel, int input, double[] kernels) {
    int taps = kernels.length / PANEL;
    int first = panel * PANEL;
    int count = Math.min(PANEL, weight.dim(0) - first);
    for (int j = 0; j < count; j++) {
      copy(weight.values(), ((first + j) * weight.dim(1) + input) * taps, kernels, j);
    }
    for (int at = count; at < kernels.length && count < PANEL; at += PANEL) {
      Arrays.fill(kernels, at, at + PANEL - count, 0);
    }
  }

  private static void copy(float[] weight, int from, double[] kernels, int j) {
    int source = from;
    for (int at = j; at < kernels.length; at += PANEL) {
      kernels[at] = weight[source];
      source++;
    }
  }

  /** {@code to[target] = sum over k of factors[k] * from[first + k * step]}, for a whole panel. */
  private static void combine(
      double[] factors, double[] from, int first, int step, double[] to, int target) {
    int at = first * PANEL;
    if (factors.length == 3) {
      three(factors, from, at, step * PANEL, to, target * PANEL);
    } else {
      four(factors, from, at, step * PANEL, to, target * PANEL);
    }
  }

  private static void three(
      double[] factors, double[] from, int from0, int step, double[] to, int at) {
    int from1 = from0 + step;
    int from2 = from1 + step;
    for (int j = 0; j < PANEL; j++) {
      to[at + j] =
          factors[0] * from[from0 + j]
              + factors[1] * from[from1 + j]
              + factors[2] * from[from2 + j];
    }
  }

  private static void four(
      double[] factors, double[] from, int from0, int step, double[] to, int at) {
    int from1 = from0 + step;
    int from2 = from1 + step;
    int from3 = from2 + step;
    for (int j = 0; j < PANEL; j++) {
      to[at + j] =
          factors[0] * from[from0 + j]
              + factors[1] * from[from1 + j]
              + factors[2] * from[from2 + j]
              + factors[3] * from[from3 + j];
    }
  }

  private static void round(double[] from, float[] to, int at) {
    for (int j = 0; j < PANEL; j++) {
      to[at + j] = (float) from[j];
    }
  }
}
