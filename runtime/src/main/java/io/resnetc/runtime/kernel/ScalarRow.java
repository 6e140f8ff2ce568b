package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

import java.util.Arrays;

/** The matrix product row by row, for few rows: eight sums in registers, as many chains. */
final class ScalarRow {
  private static final int OUTPUTS = 8;

  private ScalarRow() {}

  /** As {@link Kernels#multiply}. */
  static void multiply(
      float[] a,
      int aAt,
      int stride,
      int rows,
      int pieces,
      int pieceStep,
      int depth,
      float[] panel,
      int panelAt,
      int width,
      float[] starts,
      int startsAt,
      float[] sums,
      int sumsAt) {
    for (int row = 0; row < rows; row++) {
      int to = sumsAt + row * PANEL;
      if (starts == null) {
        Arrays.fill(sums, to, to + width, 0);
      } else {
        System.arraycopy(starts, startsAt + row * PANEL, sums, to, width);
      }
      for (int piece = 0; piece < pieces; piece++) {
        int x = aAt + row * stride + piece * pieceStep;
        int w = panelAt + piece * depth * PANEL;
        for (int j = 0; j < width; j += OUTPUTS) {
          add(a, x, depth, panel, w + j, sums, to + j);
        }
      }
    }
  }

  /** Goes on with the sums that stand in {@code sums}. */
  private static void add(
      float[] a, int x, int depth, float[] panel, int panelAt, float[] sums, int to) {
    float sum0 = sums[to];
    float sum1 = sums[to + 1];
    float sum2 = sums[to + 2];
    float sum3 = sums[to + 3];
    float sum4 = sums[to + 4];
    float sum5 = sums[to + 5];
    float sum6 = sums[to + 6];
    float sum7 = sums[to + 7];
    for (int k = 0, w = panelAt; k < depth; k++, w += PANEL) {
      float value = a[x + k];
      sum0 = Math.fma(value, panel[w], sum0);
      sum1 = Math.fma(value, panel[w + 1], sum1);
      sum2 = Math.fma(value, panel[w + 2], sum2);
      sum3 = Math.fma(value, panel[w + 3], sum3);
      sum4 = Math.fma(value, panel[w + 4], sum4);
      sum5 = Math.fma(value, panel[w + 5], sum5);
      sum6 = Math.fma(value, panel[w + 6], sum6);
      sum7 = Math.fma(value, panel[w + 7], sum7);
    }
    sums[to] = sum0;
    sums[to + 1] = sum1;
    sums[to + 2] = sum2;
    sums[to + 3] = sum3;
    sums[to + 4] = sum4;
    sums[to + 5] = sum5;
    sums[to + 6] = sum6;
    sums[to + 7] = sum7;
  }
}
