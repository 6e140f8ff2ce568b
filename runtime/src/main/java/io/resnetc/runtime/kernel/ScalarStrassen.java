package io.resnetc.runtime.kernel;

/** Sums of data for Strassen's algorithm. */
final class ScalarStrassen {
  private ScalarStrassen() {}

  /** The sums of one pair, as {@link Kernels#strassenData}. */
  static void pair(float[] x, int xAt, int half, float[] y, int yAt, int step) {
    for (int c = 0; c < half; c++) {
      float a11 = x[xAt + c];
      float a12 = x[xAt + half + c];
      float a21 = x[xAt + 2 * half + c];
      float a22 = x[xAt + 3 * half + c];
      float s1 = a21 + a22;
      float s2 = s1 - a11;
      y[yAt + c] = s1;
      y[yAt + step + c] = s2;
      y[yAt + 2 * step + c] = a11 - a21;
      y[yAt + 3 * step + c] = a12 - s2;
    }
  }
}
