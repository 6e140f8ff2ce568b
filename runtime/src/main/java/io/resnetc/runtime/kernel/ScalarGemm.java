package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

/**
 * Register tiles of the matrix product in scalar code: six rows or one, and two outputs. C2 leaves
 * loops over the 32 outputs of a panel scalar and their sums in memory; a tile of sums in registers
 * is several times faster, and C1 already compiles it well.
 */
final class ScalarGemm {
  /** Rows of the tile. */
  static final int ROWS = 6;

  private ScalarGemm() {}

  /** Goes on with the sums that stand in {@code sums}. */
  static void sixRows(
      float[] a,
      int row0,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt) {
    int row1 = row0 + stride;
    int row2 = row1 + stride;
    int row3 = row2 + stride;
    int row4 = row3 + stride;
    int row5 = row4 + stride;
    float sum00 = sums[sumsAt];
    float sum01 = sums[sumsAt + 1];
    float sum10 = sums[sumsAt + PANEL];
    float sum11 = sums[sumsAt + PANEL + 1];
    float sum20 = sums[sumsAt + 2 * PANEL];
    float sum21 = sums[sumsAt + 2 * PANEL + 1];
    float sum30 = sums[sumsAt + 3 * PANEL];
    float sum31 = sums[sumsAt + 3 * PANEL + 1];
    float sum40 = sums[sumsAt + 4 * PANEL];
    float sum41 = sums[sumsAt + 4 * PANEL + 1];
    float sum50 = sums[sumsAt + 5 * PANEL];
    float sum51 = sums[sumsAt + 5 * PANEL + 1];
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
    sums[sumsAt] = sum00;
    sums[sumsAt + 1] = sum01;
    sums[sumsAt + PANEL] = sum10;
    sums[sumsAt + PANEL + 1] = sum11;
    sums[sumsAt + 2 * PANEL] = sum20;
    sums[sumsAt + 2 * PANEL + 1] = sum21;
    sums[sumsAt + 3 * PANEL] = sum30;
    sums[sumsAt + 3 * PANEL + 1] = sum31;
    sums[sumsAt + 4 * PANEL] = sum40;
    sums[sumsAt + 4 * PANEL + 1] = sum41;
    sums[sumsAt + 5 * PANEL] = sum50;
    sums[sumsAt + 5 * PANEL + 1] = sum51;
  }

  static void oneRow(
      float[] a, int row, int depth, float[] panel, int panelAt, float[] sums, int sumsAt) {
    float sum0 = 0;
    float sum1 = 0;
    for (int k = 0, w = panelAt; k < depth; k++, w += PANEL) {
      sum0 = Math.fma(a[row + k], panel[w], sum0);
      sum1 = Math.fma(a[row + k], panel[w + 1], sum1);
    }
    sums[sumsAt] = sum0;
    sums[sumsAt + 1] = sum1;
  }
}
