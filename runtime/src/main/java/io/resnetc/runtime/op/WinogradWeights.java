package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.weights.Tensor;
import java.util.Arrays;

/**
 * Packs weights in the Winograd domain: {@code G g G^T} of every kernel g, computed in double
 * precision and rounded once, in panels {@code [outputs / PANEL][position][input][PANEL]}, without
 * the inputs that {@link WinogradDomain} leaves out.
 */
final class WinogradWeights {
  private static final int PANEL = Kernels.PANEL;

  private final WinogradDomain domain;
  private final double[][] transform;
  private final double[] kernels;
  private final double[] rows;
  private final double[] sums = new double[PANEL];
  private final float[] packed;

  private WinogradWeights(WinogradDomain domain, int panels) {
    int taps = domain.form().taps();
    this.domain = domain;
    this.transform = transform(domain.form());
    this.kernels = new double[taps * taps * PANEL];
    this.rows = new double[transform.length * taps * PANEL];
    this.packed = new float[Math.multiplyExact(panels * PANEL, domain.products())];
  }

  /**
   * @param weight {@code [out, in, kernel, kernel]}
   */
  static float[] pack(Tensor weight, WinogradDomain domain) {
    int outputs = weight.dim(0);
    int length = weight.rowLength();
    int panels = (outputs + PANEL - 1) / PANEL;
    WinogradWeights weights = new WinogradWeights(domain, panels);
    float[] source = new float[Math.min(PANEL, outputs) * length];
    for (int panel = 0; panel < panels; panel++) {
      int first = panel * PANEL;
      int count = Math.min(PANEL, outputs - first);
      weight.read(first, first + count, source);
      weights.pack(panel, source, length, count);
    }
    return weights.packed;
  }

  /**
   * Packs a panel.
   *
   * @param source the kernels of its outputs, {@code [count][in][kernel][kernel]}
   * @param length of an output's kernels
   */
  private void pack(int panel, float[] source, int length, int count) {
    Phases phases = domain.phases();
    int kernel = phases.kernel() * phases.kernel();
    int from = panel * domain.products();
    Arrays.fill(kernels, 0);
    for (int row = 0; row < phases.stride(); row++) {
      for (int column = 0; column < phases.stride(); column++) {
        int[] taps = phases.places(row, column);
        int[] places = domain.places(row, column);
        for (int channel = 0; channel < domain.channels(); channel++) {
          gather(source, channel * kernel, length, count, taps);
          transformRows();
          transformColumns(from + channel, places);
        }
      }
    }
  }

  // Methods of their own: one large method took C2 over 100 ms, because it compiled it twice, the
  // first time while it ran; these take 40, and a first answer waits for C2.
  private void transformRows() {
    int taps = domain.form().taps();
    for (int column = 0; column < taps; column++) {
      for (int i = 0; i < transform.length; i++) {
        combine(transform[i], kernels, column, taps, rows, i * taps + column);
      }
    }
  }

  private void transformColumns(int first, int[] places) {
    int taps = domain.form().taps();
    int position = 0;
    for (int i = 0; i < transform.length; i++) {
      for (double[] factors : transform) {
        int place = places[position];
        if (place >= 0) {
          combine(factors, rows, i * taps, 1, sums, 0);
          round(sums, packed, (first + place) * PANEL);
        }
        position++;
      }
    }
  }

  /**
   * G, whose rows are {@code [1, p, p^2, p^3] / product of (p - q)} for each point p, as many of
   * the powers as there are taps, and infinity's.
   */
  private static double[][] transform(WinogradForm form) {
    if (form == WinogradForm.F_2_2) {
      return new double[][] {{1, 0}, {1, 1}, {0, 1}};
    }
    if (form == WinogradForm.F_2_3) {
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
    return form == WinogradForm.F_3_4 ? four : withoutCubes(four);
  }

  private static double[][] withoutCubes(double[][] four) {
    double[][] three = new double[four.length][];
    for (int i = 0; i < three.length; i++) {
      three[i] = Arrays.copyOf(four[i], 3);
    }
    three[three.length - 1][2] = 1;
    return three;
  }

  /** The kernels of a panel's outputs for one channel, {@code [tap][PANEL]}. */
  private void gather(float[] source, int from, int length, int count, int[] taps) {
    for (int tap = 0; tap < taps.length; tap++) {
      if (taps[tap] < 0) {
        Arrays.fill(kernels, tap * PANEL, tap * PANEL + count, 0);
      } else {
        copy(source, from + taps[tap], length, count, kernels, tap * PANEL);
      }
    }
  }

  private static void copy(float[] source, int from, int step, int count, double[] to, int at) {
    for (int j = 0, i = from; j < count; j++, i += step) {
      to[at + j] = source[i];
    }
  }

  /** {@code to[target] = sum over k of factors[k] * from[first + k * step]}, for a whole panel. */
  private static void combine(
      double[] factors, double[] from, int first, int step, double[] to, int target) {
    int at = first * PANEL;
    if (factors.length == 2) {
      two(factors, from, at, step * PANEL, to, target * PANEL);
    } else if (factors.length == 3) {
      three(factors, from, at, step * PANEL, to, target * PANEL);
    } else {
      four(factors, from, at, step * PANEL, to, target * PANEL);
    }
  }

  private static void two(
      double[] factors, double[] from, int from0, int step, double[] to, int at) {
    int from1 = from0 + step;
    for (int j = 0; j < PANEL; j++) {
      to[at + j] = factors[0] * from[from0 + j] + factors[1] * from[from1 + j];
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
