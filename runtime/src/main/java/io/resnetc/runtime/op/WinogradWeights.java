package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarWinogradRow;
import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.weights.Tensor;
import java.util.Arrays;

/**
 * Packs weights in the Winograd domain, in panels of outputs: {@code G g G^T} of every kernel g, or
 * {@code G g}, computed in double precision and rounded once.
 */
final class WinogradWeights {
  private static final int PANEL = Kernels.PANEL;

  /**
   * Channels whose kernels lie side by side, for loops that are long: most of their steps are taken
   * as vectors, and what calls them is called so seldom that C2 leaves it alone. It has enough to
   * do before the first answer, and took 60 ms for that.
   */
  private static final int CHANNELS = 16;

  private final WinogradDomain domain;
  private final double[][] transform;
  private final double[][] kernels;
  private final double[][] rows;
  private final double[] sums = new double[CHANNELS * PANEL];
  private final float[] rounded = new float[CHANNELS * PANEL];
  private final float[] packed;

  /**
   * @param floats of a panel
   */
  private WinogradWeights(WinogradDomain domain, int panels, int floats) {
    int taps = domain.form().taps();
    this.domain = domain;
    this.transform = transform(domain.form());
    this.kernels = new double[taps * taps][CHANNELS * PANEL];
    this.rows = new double[transform.length * taps][CHANNELS * PANEL];
    this.packed = new float[Math.multiplyExact(panels, floats)];
  }

  /**
   * {@code G g G^T}, in {@code [outputs / PANEL][position][input][PANEL]}, without the inputs that
   * {@link WinogradDomain} leaves out.
   *
   * @param weight {@code [out, in, kernel, kernel]}
   */
  static float[] pack(Tensor weight, WinogradDomain domain) {
    int panels = panels(weight);
    WinogradWeights weights = new WinogradWeights(domain, panels, domain.products() * PANEL);
    float[] source = new float[Math.min(PANEL, weight.dim(0)) * weight.rowLength()];
    for (int panel = 0; panel < panels; panel++) {
      int count = read(weight, panel, source);
      weights.pack(panel, source, weight.rowLength(), count);
    }
    return weights.packed;
  }

  /**
   * {@code G g} of F(4 x 4, 3 x 3), with the middle column times the root of two, in {@code
   * [outputs / PANEL][row of positions][input][column][PANEL]}: for {@link Kernels#winogradRow}.
   *
   * @param weight {@code [out, in, 3, 3]}
   */
  static float[] packRows(Tensor weight, WinogradDomain domain) {
    int panels = panels(weight);
    int floats = domain.form().side() * domain.form().taps() * domain.inputs() * PANEL;
    WinogradWeights weights = new WinogradWeights(domain, panels, floats);
    float[] source = new float[Math.min(PANEL, weight.dim(0)) * weight.rowLength()];
    for (int panel = 0; panel < panels; panel++) {
      int count = read(weight, panel, source);
      weights.packRows(panel * floats, source, weight.rowLength(), count);
    }
    return weights.packed;
  }

  /** Transforms what {@link #packRows} packed along rows too, in the order of {@link #pack}. */
  static float[] ofRows(float[] rows, WinogradDomain domain, int outputs) {
    int side = domain.form().side();
    int row = domain.form().taps() * domain.inputs() * PANEL;
    int position = domain.inputs() * PANEL;
    int panels = (outputs + PANEL - 1) / PANEL;
    float[] packed = new float[panels * side * side * position];
    ScalarWinogradRow transform = ScalarWinogradRow.ofThread();
    for (int i = 0; i < panels * side; i++) {
      transform.transform(rows, i * row, domain.inputs(), packed, i * side * position);
    }
    return packed;
  }

  private static int panels(Tensor weight) {
    return (weight.dim(0) + PANEL - 1) / PANEL;
  }

  /** Reads the kernels of a panel's outputs, {@code [output][in][kernel][kernel]}: how many. */
  private static int read(Tensor weight, int panel, float[] source) {
    int first = panel * PANEL;
    int count = Math.min(PANEL, weight.dim(0) - first);
    weight.read(first, first + count, source);
    return count;
  }

  /**
   * Packs a panel.
   *
   * @param source the kernels of its outputs, {@code [count][in][kernel][kernel]}
   * @param length of an output's kernels
   */
  private void pack(int panel, float[] source, int length, int count) {
    Phases phases = domain.phases();
    for (int row = 0; row < phases.stride(); row++) {
      for (int column = 0; column < phases.stride(); column++) {
        int[] taps = phases.places(row, column);
        packPhase(panel, source, length, count, taps, domain.places(row, column));
      }
    }
  }

  /**
   * @param taps as {@link Phases#places}
   * @param places as {@link WinogradDomain#places}
   */
  private void packPhase(
      int panel, float[] source, int length, int count, int[] taps, int[] places) {
    int kernel = length / domain.channels();
    int first = panel * domain.products();
    for (int channel = 0; channel < domain.channels(); channel += CHANNELS) {
      int channels = Math.min(CHANNELS, domain.channels() - channel);
      for (int i = 0; i < channels; i++) {
        gather(source, (channel + i) * kernel, length, count, taps, i * PANEL);
      }
      transformRows(transform, channels * PANEL);
      transformColumns(channels * PANEL, first + channel, places);
    }
  }

  /** Packs a panel that begins at {@code first}, as {@link #pack(int, float[], int, int)}. */
  private void packRows(int first, float[] source, int length, int count) {
    int taps = domain.form().taps();
    int[] places = domain.phases().places(0, 0);
    double[][] middle = new double[transform.length][taps];
    for (int i = 0; i < middle.length * taps; i++) {
      middle[i / taps][i % taps] = transform[i / taps][i % taps] * Math.sqrt(2);
    }
    for (int channel = 0; channel < domain.channels(); channel += CHANNELS) {
      int channels = Math.min(CHANNELS, domain.channels() - channel);
      for (int i = 0; i < channels; i++) {
        gather(source, (channel + i) * taps * taps, length, count, places, i * PANEL);
      }
      transformRows(middle, channels * PANEL);
      for (int line = 0; line < rows.length; line++) {
        int row = first + (line / taps * domain.channels() + channel) * taps * PANEL;
        round(rows[line], rounded, 0, channels * PANEL);
        spread(rounded, channels, packed, row + line % taps * PANEL, taps * PANEL);
      }
    }
  }

  /** The kernels of a panel's outputs for one channel, {@code [tap][at + output]}. */
  private void gather(float[] source, int from, int length, int count, int[] taps, int at) {
    for (int tap = 0; tap < taps.length; tap++) {
      int kept = taps[tap] < 0 ? 0 : count;
      copy(source, from + taps[tap], length, kept, kernels[tap], at);
      if (kept < PANEL) {
        Arrays.fill(kernels[tap], at + kept, at + PANEL, 0);
      }
    }
  }

  // Loops are methods of their own, over lines that are arrays of their own: C2 is done with each
  // in a few milliseconds, which a first answer waits for, and makes vectors of them.
  private static void copy(float[] source, int from, int step, int count, double[] to, int at) {
    for (int j = 0, i = from; j < count; j++, i += step) {
      to[at + j] = source[i];
    }
  }

  /**
   * @param second the transform of the second column
   */
  private void transformRows(double[][] second, int count) {
    int taps = domain.form().taps();
    for (int column = 0; column < taps; column++) {
      double[][] factors = column == 1 ? second : transform;
      for (int i = 0; i < factors.length; i++) {
        combine(factors[i], kernels, column, taps, rows[i * taps + column], count);
      }
    }
  }

  /** Copies so many panels, to be {@code step} apart. */
  private static void spread(float[] from, int panels, float[] to, int at, int step) {
    for (int i = 0; i < panels; i++) {
      System.arraycopy(from, i * PANEL, to, at + i * step, PANEL);
    }
  }

  private void transformColumns(int count, int first, int[] places) {
    int taps = domain.form().taps();
    int position = 0;
    for (int i = 0; i < transform.length; i++) {
      for (double[] factors : transform) {
        int place = places[position];
        if (place >= 0) {
          combine(factors, rows, i * taps, 1, sums, count);
          round(sums, packed, (first + place) * PANEL, count);
        }
        position++;
      }
    }
  }

  /**
   * G, whose rows are {@code [1, p, p^2, p^3] / product of (p - q)} for each point p, as many of
   * the powers as there are taps, and infinity's.
   */
  static double[][] transform(WinogradForm form) {
    if (form == WinogradForm.F_2_2) {
      return new double[][] {{1, 0}, {1, 1}, {0, 1}};
    }
    if (form == WinogradForm.F_2_3) {
      return new double[][] {{1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}};
    }
    double near = Math.sqrt(0.5);
    double far = Math.sqrt(2);
    if (form == WinogradForm.F_4_2) {
      return new double[][] {
        {-far / 3, -1 / 3.0}, {far / 3, -1 / 3.0}, {near / 3, 1 / 3.0}, {-near / 3, 1 / 3.0}, {0, 1}
      };
    }
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

  /** {@code to[j] = sum over k of factors[k] * from[first + k * step][j]}. */
  private static void combine(
      double[] factors, double[][] from, int first, int step, double[] to, int count) {
    double[] x0 = from[first];
    double[] x1 = from[first + step];
    if (factors.length == 2) {
      two(factors[0], factors[1], x0, x1, to, count);
    } else if (factors.length == 3) {
      three(factors[0], factors[1], factors[2], x0, x1, from[first + 2 * step], to, count);
    } else {
      double[] x2 = from[first + 2 * step];
      double[] x3 = from[first + 3 * step];
      four(factors, x0, x1, x2, x3, to, count);
    }
  }

  private static void two(
      double factor0, double factor1, double[] x0, double[] x1, double[] y, int count) {
    for (int j = 0; j < count; j++) {
      y[j] = factor0 * x0[j] + factor1 * x1[j];
    }
  }

  private static void three(
      double factor0,
      double factor1,
      double factor2,
      double[] x0,
      double[] x1,
      double[] x2,
      double[] y,
      int count) {
    for (int j = 0; j < count; j++) {
      y[j] = factor0 * x0[j] + factor1 * x1[j] + factor2 * x2[j];
    }
  }

  private static void four(
      double[] factors, double[] x0, double[] x1, double[] x2, double[] x3, double[] y, int count) {
    double factor0 = factors[0];
    double factor1 = factors[1];
    double factor2 = factors[2];
    double factor3 = factors[3];
    for (int j = 0; j < count; j++) {
      y[j] = factor0 * x0[j] + factor1 * x1[j] + factor2 * x2[j] + factor3 * x3[j];
    }
  }

  private static void round(double[] from, float[] to, int at, int count) {
    for (int j = 0; j < count; j++) {
      to[at + j] = (float) from[j];
    }
  }
}
