package io.resnetc.runtime.kernel;

/**
 * The inner loops of a matrix product without the Vector API: lines of neighbouring floats, each
 * times a factor, are added to lines of sums. C2 vectorises them because every line is an array of
 * its own that is read at the same index: then it need not know whether two of them are the same.
 */
final class ScalarProduct {
  /** Sums that one step goes on with. */
  static final int SUMS = 4;

  /** The most floats of a line, and a mask: a small bound keeps the loop small enough for C2. */
  static final int MOST = 4095;

  /**
   * Whether four lines times four factors are one loop: C2 of JDK 25 makes it a quarter faster than
   * two lines, and C2 of JDK 17 leaves it scalar. Only one of the two is ever called, because a
   * first answer waits for each loop to be compiled.
   */
  private static final boolean TAKES_FOUR = Runtime.version().feature() >= 25;

  private ScalarProduct() {}

  /** A line as far behind the start of a cache line as the one that was allocated before it. */
  static float[] line(int length) {
    // With the 16 bytes of its header an array is a multiple of 64.
    return new float[(length + 3) / 16 * 16 + 12];
  }

  static float[][] lines(int count, int length) {
    float[][] lines = new float[count][];
    for (int i = 0; i < count; i++) {
      lines[i] = line(length);
    }
    return lines;
  }

  /**
   * {@code sums[sum + i][j] += f[at_i + k * step] * lines[line + k][j]} for four {@code i}, each
   * sum one chain in the order of {@code k}.
   *
   * @param lines how many {@code k} from {@code line} on: {@code depth}
   * @param count floats of a line: {@link #MOST} at most
   */
  static void add(
      float[] f,
      int at0,
      int at1,
      int at2,
      int at3,
      int step,
      float[][] lines,
      int line,
      int depth,
      float[][] sums,
      int sum,
      int count) {
    float[] sum0 = sums[sum];
    float[] sum1 = sums[sum + 1];
    float[] sum2 = sums[sum + 2];
    float[] sum3 = sums[sum + 3];
    int k = 0;
    int skip = 0;
    for (; TAKES_FOUR && k + 3 < depth; k += 4, skip += 4 * step) {
      addFour(
          f,
          at0 + skip,
          at1 + skip,
          at2 + skip,
          at3 + skip,
          step,
          lines[line + k],
          lines[line + k + 1],
          lines[line + k + 2],
          lines[line + k + 3],
          sum0,
          sum1,
          sum2,
          sum3,
          count);
    }
    for (; !TAKES_FOUR && k + 1 < depth; k += 2, skip += 2 * step) {
      addTwo(
          f,
          at0 + skip,
          at1 + skip,
          at2 + skip,
          at3 + skip,
          step,
          lines[line + k],
          lines[line + k + 1],
          sum0,
          sum1,
          sum2,
          sum3,
          count);
    }
    addLeft(
        f,
        at0 + skip,
        at1 + skip,
        at2 + skip,
        at3 + skip,
        step,
        lines,
        line + k,
        depth - k,
        sums,
        sum,
        count);
  }

  /** As {@link #add}, one line after the other: for the few that are left over. */
  static void addLeft(
      float[] f,
      int at0,
      int at1,
      int at2,
      int at3,
      int step,
      float[][] lines,
      int line,
      int depth,
      float[][] sums,
      int sum,
      int count) {
    for (int k = 0, skip = 0; k < depth; k++, skip += step) {
      float[] x = lines[line + k];
      addOne(f[at0 + skip], x, sums[sum], count);
      addOne(f[at1 + skip], x, sums[sum + 1], count);
      addOne(f[at2 + skip], x, sums[sum + 2], count);
      addOne(f[at3 + skip], x, sums[sum + 3], count);
    }
  }

  private static void addFour(
      float[] f,
      int at0,
      int at1,
      int at2,
      int at3,
      int step,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float[] sum0,
      float[] sum1,
      float[] sum2,
      float[] sum3,
      int count) {
    float f00 = f[at0];
    float f01 = f[at0 + step];
    float f02 = f[at0 + 2 * step];
    float f03 = f[at0 + 3 * step];
    float f10 = f[at1];
    float f11 = f[at1 + step];
    float f12 = f[at1 + 2 * step];
    float f13 = f[at1 + 3 * step];
    float f20 = f[at2];
    float f21 = f[at2 + step];
    float f22 = f[at2 + 2 * step];
    float f23 = f[at2 + 3 * step];
    float f30 = f[at3];
    float f31 = f[at3 + step];
    float f32 = f[at3 + 2 * step];
    float f33 = f[at3 + 3 * step];
    int end = count & MOST;
    for (int j = 0; j < end; j++) {
      float u0 = x0[j];
      float u1 = x1[j];
      float u2 = x2[j];
      float u3 = x3[j];
      sum0[j] = Math.fma(u3, f03, Math.fma(u2, f02, Math.fma(u1, f01, Math.fma(u0, f00, sum0[j]))));
      sum1[j] = Math.fma(u3, f13, Math.fma(u2, f12, Math.fma(u1, f11, Math.fma(u0, f10, sum1[j]))));
      sum2[j] = Math.fma(u3, f23, Math.fma(u2, f22, Math.fma(u1, f21, Math.fma(u0, f20, sum2[j]))));
      sum3[j] = Math.fma(u3, f33, Math.fma(u2, f32, Math.fma(u1, f31, Math.fma(u0, f30, sum3[j]))));
    }
  }

  private static void addTwo(
      float[] f,
      int at0,
      int at1,
      int at2,
      int at3,
      int step,
      float[] x0,
      float[] x1,
      float[] sum0,
      float[] sum1,
      float[] sum2,
      float[] sum3,
      int count) {
    float f00 = f[at0];
    float f01 = f[at0 + step];
    float f10 = f[at1];
    float f11 = f[at1 + step];
    float f20 = f[at2];
    float f21 = f[at2 + step];
    float f30 = f[at3];
    float f31 = f[at3 + step];
    int end = count & MOST;
    for (int j = 0; j < end; j++) {
      float u0 = x0[j];
      float u1 = x1[j];
      sum0[j] = Math.fma(u1, f01, Math.fma(u0, f00, sum0[j]));
      sum1[j] = Math.fma(u1, f11, Math.fma(u0, f10, sum1[j]));
      sum2[j] = Math.fma(u1, f21, Math.fma(u0, f20, sum2[j]));
      sum3[j] = Math.fma(u1, f31, Math.fma(u0, f30, sum3[j]));
    }
  }

  private static void addOne(float f, float[] x, float[] sum, int count) {
    int end = count & MOST;
    for (int j = 0; j < end; j++) {
      sum[j] = Math.fma(x[j], f, sum[j]);
    }
  }
}
