package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of the matrix product: some rows times two vectors of outputs. Sums start as they
 * stand in {@code from}, rows {@code fromStride} apart, and go on in the order of the depth.
 *
 * <p>One index advances, and each row has a fixed distance to it. The tiles of eight and seven rows
 * mask what an index is made of to what it is anyway: where C2 knows that the sum cannot overflow,
 * it keeps one address a row in a register, and the loop has nothing but loads and multiply-adds.
 * Without, it adds in each step, from the stack where registers run out.
 */
final class VectorGemm {
  /** The most that a depth, and the distance of a tile's rows, may be. */
  static final int SMALL = (1 << 24) - 1;

  /** The most floats that an array may have. */
  static final int LARGE = (1 << 30) - 1;

  private VectorGemm() {}

  /** Sixteen sums, two weights and a broadcast: for 32 registers. */
  static void eightRows(
      float[] from,
      int fromAt,
      int fromStride,
      float[] a,
      int aAt,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt) {
    int row1 = stride & SMALL;
    int row2 = (2 * stride) & SMALL;
    int row3 = (3 * stride) & SMALL;
    int row4 = (4 * stride) & SMALL;
    int row5 = (5 * stride) & SMALL;
    int row6 = (6 * stride) & SMALL;
    int row7 = (7 * stride) & SMALL;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    int from4 = from3 + fromStride;
    int from5 = from4 + fromStride;
    int from6 = from5 + fromStride;
    int from7 = from6 + fromStride;
    FloatVector sum00 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, from, fromAt + LENGTH);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, from, from1 + LENGTH);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, from, from2 + LENGTH);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, from, from3 + LENGTH);
    FloatVector sum40 = FloatVector.fromArray(SPECIES, from, from4);
    FloatVector sum41 = FloatVector.fromArray(SPECIES, from, from4 + LENGTH);
    FloatVector sum50 = FloatVector.fromArray(SPECIES, from, from5);
    FloatVector sum51 = FloatVector.fromArray(SPECIES, from, from5 + LENGTH);
    FloatVector sum60 = FloatVector.fromArray(SPECIES, from, from6);
    FloatVector sum61 = FloatVector.fromArray(SPECIES, from, from6 + LENGTH);
    FloatVector sum70 = FloatVector.fromArray(SPECIES, from, from7);
    FloatVector sum71 = FloatVector.fromArray(SPECIES, from, from7 + LENGTH);
    int row0 = aAt & LARGE;
    int panel0 = panelAt & LARGE;
    int count = depth & SMALL;
    for (int k = 0; k < count; k++) {
      int x = row0 + k;
      int w = panel0 + k * PANEL;
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, w);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, w + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + row1]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + row2]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + row3]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + row4]);
      sum40 = x4.fma(w0, sum40);
      sum41 = x4.fma(w1, sum41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + row5]);
      sum50 = x5.fma(w0, sum50);
      sum51 = x5.fma(w1, sum51);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[x + row6]);
      sum60 = x6.fma(w0, sum60);
      sum61 = x6.fma(w1, sum61);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[x + row7]);
      sum70 = x7.fma(w0, sum70);
      sum71 = x7.fma(w1, sum71);
    }
    sum00.intoArray(sums, sumsAt);
    sum01.intoArray(sums, sumsAt + LENGTH);
    sum10.intoArray(sums, sumsAt + PANEL);
    sum11.intoArray(sums, sumsAt + PANEL + LENGTH);
    sum20.intoArray(sums, sumsAt + 2 * PANEL);
    sum21.intoArray(sums, sumsAt + 2 * PANEL + LENGTH);
    sum30.intoArray(sums, sumsAt + 3 * PANEL);
    sum31.intoArray(sums, sumsAt + 3 * PANEL + LENGTH);
    sum40.intoArray(sums, sumsAt + 4 * PANEL);
    sum41.intoArray(sums, sumsAt + 4 * PANEL + LENGTH);
    sum50.intoArray(sums, sumsAt + 5 * PANEL);
    sum51.intoArray(sums, sumsAt + 5 * PANEL + LENGTH);
    sum60.intoArray(sums, sumsAt + 6 * PANEL);
    sum61.intoArray(sums, sumsAt + 6 * PANEL + LENGTH);
    sum70.intoArray(sums, sumsAt + 7 * PANEL);
    sum71.intoArray(sums, sumsAt + 7 * PANEL + LENGTH);
  }

  /** The same where seven rows fit better: maps of 56, 28, 14 and 7 columns. */
  static void sevenRows(
      float[] from,
      int fromAt,
      int fromStride,
      float[] a,
      int aAt,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt) {
    int row1 = stride & SMALL;
    int row2 = (2 * stride) & SMALL;
    int row3 = (3 * stride) & SMALL;
    int row4 = (4 * stride) & SMALL;
    int row5 = (5 * stride) & SMALL;
    int row6 = (6 * stride) & SMALL;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    int from4 = from3 + fromStride;
    int from5 = from4 + fromStride;
    int from6 = from5 + fromStride;
    FloatVector sum00 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, from, fromAt + LENGTH);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, from, from1 + LENGTH);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, from, from2 + LENGTH);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, from, from3 + LENGTH);
    FloatVector sum40 = FloatVector.fromArray(SPECIES, from, from4);
    FloatVector sum41 = FloatVector.fromArray(SPECIES, from, from4 + LENGTH);
    FloatVector sum50 = FloatVector.fromArray(SPECIES, from, from5);
    FloatVector sum51 = FloatVector.fromArray(SPECIES, from, from5 + LENGTH);
    FloatVector sum60 = FloatVector.fromArray(SPECIES, from, from6);
    FloatVector sum61 = FloatVector.fromArray(SPECIES, from, from6 + LENGTH);
    int row0 = aAt & LARGE;
    int panel0 = panelAt & LARGE;
    int count = depth & SMALL;
    for (int k = 0; k < count; k++) {
      int x = row0 + k;
      int w = panel0 + k * PANEL;
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, w);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, w + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + row1]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + row2]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + row3]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + row4]);
      sum40 = x4.fma(w0, sum40);
      sum41 = x4.fma(w1, sum41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + row5]);
      sum50 = x5.fma(w0, sum50);
      sum51 = x5.fma(w1, sum51);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[x + row6]);
      sum60 = x6.fma(w0, sum60);
      sum61 = x6.fma(w1, sum61);
    }
    sum00.intoArray(sums, sumsAt);
    sum01.intoArray(sums, sumsAt + LENGTH);
    sum10.intoArray(sums, sumsAt + PANEL);
    sum11.intoArray(sums, sumsAt + PANEL + LENGTH);
    sum20.intoArray(sums, sumsAt + 2 * PANEL);
    sum21.intoArray(sums, sumsAt + 2 * PANEL + LENGTH);
    sum30.intoArray(sums, sumsAt + 3 * PANEL);
    sum31.intoArray(sums, sumsAt + 3 * PANEL + LENGTH);
    sum40.intoArray(sums, sumsAt + 4 * PANEL);
    sum41.intoArray(sums, sumsAt + 4 * PANEL + LENGTH);
    sum50.intoArray(sums, sumsAt + 5 * PANEL);
    sum51.intoArray(sums, sumsAt + 5 * PANEL + LENGTH);
    sum60.intoArray(sums, sumsAt + 6 * PANEL);
    sum61.intoArray(sums, sumsAt + 6 * PANEL + LENGTH);
  }

  /** Twelve sums, two weights and a broadcast: for 16 registers. */
  static void sixRows(
      float[] from,
      int fromAt,
      int fromStride,
      float[] a,
      int aAt,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt) {
    int row1 = stride;
    int row2 = 2 * stride;
    int row3 = 3 * stride;
    int row4 = 4 * stride;
    int row5 = 5 * stride;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    int from4 = from3 + fromStride;
    int from5 = from4 + fromStride;
    FloatVector sum00 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, from, fromAt + LENGTH);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, from, from1 + LENGTH);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, from, from2 + LENGTH);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, from, from3 + LENGTH);
    FloatVector sum40 = FloatVector.fromArray(SPECIES, from, from4);
    FloatVector sum41 = FloatVector.fromArray(SPECIES, from, from4 + LENGTH);
    FloatVector sum50 = FloatVector.fromArray(SPECIES, from, from5);
    FloatVector sum51 = FloatVector.fromArray(SPECIES, from, from5 + LENGTH);
    for (int x = aAt, w = panelAt, end = aAt + depth; x < end; x++, w += PANEL) {
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, w);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, w + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + row1]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + row2]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + row3]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + row4]);
      sum40 = x4.fma(w0, sum40);
      sum41 = x4.fma(w1, sum41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + row5]);
      sum50 = x5.fma(w0, sum50);
      sum51 = x5.fma(w1, sum51);
    }
    sum00.intoArray(sums, sumsAt);
    sum01.intoArray(sums, sumsAt + LENGTH);
    sum10.intoArray(sums, sumsAt + PANEL);
    sum11.intoArray(sums, sumsAt + PANEL + LENGTH);
    sum20.intoArray(sums, sumsAt + 2 * PANEL);
    sum21.intoArray(sums, sumsAt + 2 * PANEL + LENGTH);
    sum30.intoArray(sums, sumsAt + 3 * PANEL);
    sum31.intoArray(sums, sumsAt + 3 * PANEL + LENGTH);
    sum40.intoArray(sums, sumsAt + 4 * PANEL);
    sum41.intoArray(sums, sumsAt + 4 * PANEL + LENGTH);
    sum50.intoArray(sums, sumsAt + 5 * PANEL);
    sum51.intoArray(sums, sumsAt + 5 * PANEL + LENGTH);
  }

  /** For products of few rows, such as those of Winograd tiles of a small map. */
  static void fourRows(
      float[] from,
      int fromAt,
      int fromStride,
      float[] a,
      int aAt,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt) {
    int row1 = stride;
    int row2 = 2 * stride;
    int row3 = 3 * stride;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    FloatVector sum00 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, from, fromAt + LENGTH);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, from, from1 + LENGTH);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, from, from2 + LENGTH);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, from, from3 + LENGTH);
    for (int x = aAt, w = panelAt, end = aAt + depth; x < end; x++, w += PANEL) {
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, w);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, w + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + row1]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + row2]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + row3]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
    }
    sum00.intoArray(sums, sumsAt);
    sum01.intoArray(sums, sumsAt + LENGTH);
    sum10.intoArray(sums, sumsAt + PANEL);
    sum11.intoArray(sums, sumsAt + PANEL + LENGTH);
    sum20.intoArray(sums, sumsAt + 2 * PANEL);
    sum21.intoArray(sums, sumsAt + 2 * PANEL + LENGTH);
    sum30.intoArray(sums, sumsAt + 3 * PANEL);
    sum31.intoArray(sums, sumsAt + 3 * PANEL + LENGTH);
  }

  /** One row: bound by reading the weights, which every element needs but once. */
  static void oneRow(
      float[] a, int row, int depth, float[] panel, int panelAt, float[] sums, int sumsAt) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    for (int k = 0, w = panelAt; k < depth; k++, w += PANEL) {
      FloatVector x = FloatVector.broadcast(SPECIES, a[row + k]);
      sum0 = x.fma(FloatVector.fromArray(SPECIES, panel, w), sum0);
      sum1 = x.fma(FloatVector.fromArray(SPECIES, panel, w + LENGTH), sum1);
    }
    sum0.intoArray(sums, sumsAt);
    sum1.intoArray(sums, sumsAt + LENGTH);
  }
}
