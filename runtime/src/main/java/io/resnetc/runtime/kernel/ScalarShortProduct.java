package io.resnetc.runtime.kernel;

/**
 * {@link ScalarProduct} for short lines. A loop in a method of its own has a profile of its own, by
 * which C2 sizes vectors: 4 lanes for a mean of fewer than 70 steps, 8 for fewer than 150. What
 * does not fill a vector goes in single steps, so that short lines want short vectors, and long
 * lines must not get them because a network has short ones too.
 *
 * <p>Three lines are one loop: with short vectors C2 of JDK 17 takes them too, if all sums are read
 * before the first is written.
 */
final class ScalarShortProduct {
  /** The most floats of a line: long before C2 would take 16 lanes and leave three lines scalar. */
  static final int MOST = 64;

  private ScalarShortProduct() {}

  /** As {@link ScalarProduct#add}. */
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
    int k = 0;
    int skip = 0;
    // Four that are left are twice two.
    for (; depth - k == 3 || depth - k > 4; k += 3, skip += 3 * step) {
      addThree(
          f,
          at0 + skip,
          at1 + skip,
          at2 + skip,
          at3 + skip,
          step,
          lines[line + k],
          lines[line + k + 1],
          lines[line + k + 2],
          sums[sum],
          sums[sum + 1],
          sums[sum + 2],
          sums[sum + 3],
          count);
    }
    for (; depth - k > 1; k += 2, skip += 2 * step) {
      addTwo(
          f,
          at0 + skip,
          at1 + skip,
          at2 + skip,
          at3 + skip,
          step,
          lines[line + k],
          lines[line + k + 1],
          sums[sum],
          sums[sum + 1],
          sums[sum + 2],
          sums[sum + 3],
          count);
    }
    ScalarProduct.addLeft(
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

  private static void addThree(
      float[] f,
      int at0,
      int at1,
      int at2,
      int at3,
      int step,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] sum0,
      float[] sum1,
      float[] sum2,
      float[] sum3,
      int count) {
    float f00 = f[at0];
    float f01 = f[at0 + step];
    float f02 = f[at0 + 2 * step];
    float f10 = f[at1];
    float f11 = f[at1 + step];
    float f12 = f[at1 + 2 * step];
    float f20 = f[at2];
    float f21 = f[at2 + step];
    float f22 = f[at2 + 2 * step];
    float f30 = f[at3];
    float f31 = f[at3 + step];
    float f32 = f[at3 + 2 * step];
    int end = count & ScalarProduct.MOST;
    for (int j = 0; j < end; j++) {
      float y0 = sum0[j];
      float y1 = sum1[j];
      float y2 = sum2[j];
      float y3 = sum3[j];
      float u0 = x0[j];
      float u1 = x1[j];
      float u2 = x2[j];
      y0 = Math.fma(u0, f00, y0);
      y1 = Math.fma(u0, f10, y1);
      y2 = Math.fma(u0, f20, y2);
      y3 = Math.fma(u0, f30, y3);
      y0 = Math.fma(u1, f01, y0);
      y1 = Math.fma(u1, f11, y1);
      y2 = Math.fma(u1, f21, y2);
      y3 = Math.fma(u1, f31, y3);
      y0 = Math.fma(u2, f02, y0);
      y1 = Math.fma(u2, f12, y1);
      y2 = Math.fma(u2, f22, y2);
      y3 = Math.fma(u2, f32, y3);
      sum0[j] = y0;
      sum1[j] = y1;
      sum2[j] = y2;
      sum3[j] = y3;
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
    int end = count & ScalarProduct.MOST;
    for (int j = 0; j < end; j++) {
      float y0 = sum0[j];
      float y1 = sum1[j];
      float y2 = sum2[j];
      float y3 = sum3[j];
      float u0 = x0[j];
      float u1 = x1[j];
      y0 = Math.fma(u0, f00, y0);
      y1 = Math.fma(u0, f10, y1);
      y2 = Math.fma(u0, f20, y2);
      y3 = Math.fma(u0, f30, y3);
      y0 = Math.fma(u1, f01, y0);
      y1 = Math.fma(u1, f11, y1);
      y2 = Math.fma(u1, f21, y2);
      y3 = Math.fma(u1, f31, y3);
      sum0[j] = y0;
      sum1[j] = y1;
      sum2[j] = y2;
      sum3[j] = y3;
    }
  }
}
