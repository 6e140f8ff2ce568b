package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

/**
 * Register tiles of the matrix product in scalar code: six rows or one, and two outputs. C2 leaves
 * loops over the 32 outputs of a panel scalar and their sums in memory; a tile of sums in registers
 * is several times faster, and C1 already compiles it well.
 */
final class ScalarGemm {
  private ScalarGemm() {}

  static void sixRows(
      float[] a,
      int row0,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt,
      boolean add) {
    int row1 = row0 + stride;
    int row2 = row1 + stride;
    int row3 = row2 + stride;
    int row4 = row3 + stride;
    int row5 = row4 + stride;
    float sum00 = 0;
    float sum01 = 0;
    float sum10 = 0;
    float sum11 = 0;
    float sum20 = 0;
    float sum21 = 0;
    float sum30 = 0;
    float sum31 = 0;
    float sum40 = 0;
    float sum41 = 0;
    float sum50 = 0;
    float sum51 = 0;
    for (int k = 0, w = panelAt; k < depth; k++, w += PANEL) {
      float w0 = panel[w];
      float w1 = panel[w + 1];
      sum00 = Math.fma(a[row0 + k], w0, sum00);
      sum01 = Math.fma(a[row0 + k], w1, sum01);
      sum10 = Math.fma(a[row1 + k], w0, sum10);
      sum11 = Math.fma(a[row1 + k], w1, sum11);
      sum20 = Math.fma(a[row2 + k], w0, sum20);
      sum21 = Math.fma(a[row2 + k], w1, sum21);
      sum30 = Math.fma(a[row3 + k], w0, sum30);
      sum31 = Math.fma(a[row3 + k], w1, sum31);
      sum40 = Math.fma(a[row4 + k], w0, sum40);
      sum41 = Math.fma(a[row4 + k], w1, sum41);
      sum50 = Math.fma(a[row5 + k], w0, sum50);
      sum51 = Math.fma(a[row5 + k], w1, sum51);
    }
    store(sum00, sum01, sums, sumsAt, add);
    store(sum10, sum11, sums, sumsAt + PANEL, add);
    store(sum20, sum21, sums, sumsAt + 2 * PANEL, add);
    store(sum30, sum31, sums, sumsAt + 3 * PANEL, add);
    store(sum40, sum41, sums, sumsAt + 4 * PANEL, add);
    store(sum50, sum51, sums, sumsAt + 5 * PANEL, add);
  }

  static void oneRow(
      float[] a,
      int row,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt,
      boolean add) {
    float sum0 = 0;
    float sum1 = 0;
    for (int k = 0, w = panelAt; k < depth; k++, w += PANEL) {
      sum0 = Math.fma(a[row + k], panel[w], sum0);
      sum1 = Math.fma(a[row + k], panel[w + 1], sum1);
    }
    store(sum0, sum1, sums, sumsAt, add);
  }

  private static void store(float sum0, float sum1, float[] sums, int sumsAt, boolean add) {
    sums[sumsAt] = add ? sums[sumsAt] + sum0 : sum0;
    sums[sumsAt + 1] = add ? sums[sumsAt + 1] + sum1 : sum1;
  }
}
