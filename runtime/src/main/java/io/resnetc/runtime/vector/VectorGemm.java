package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of the matrix product: six rows or one, and two vectors of outputs. They always
 * begin at zero and overwrite: sums that start as loads, or are stored in one way or another, cost
 * C2 a factor of three to ten.
 */
final class VectorGemm {
  private VectorGemm() {}

  /** Six rows: twelve sums, two weights and a broadcast fit in 16 registers. */
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
    FloatVector sum00 = FloatVector.zero(SPECIES);
    FloatVector sum01 = FloatVector.zero(SPECIES);
    FloatVector sum10 = FloatVector.zero(SPECIES);
    FloatVector sum11 = FloatVector.zero(SPECIES);
    FloatVector sum20 = FloatVector.zero(SPECIES);
    FloatVector sum21 = FloatVector.zero(SPECIES);
    FloatVector sum30 = FloatVector.zero(SPECIES);
    FloatVector sum31 = FloatVector.zero(SPECIES);
    FloatVector sum40 = FloatVector.zero(SPECIES);
    FloatVector sum41 = FloatVector.zero(SPECIES);
    FloatVector sum50 = FloatVector.zero(SPECIES);
    FloatVector sum51 = FloatVector.zero(SPECIES);
    for (int k = 0, w = panelAt; k < depth; k++, w += PANEL) {
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, w);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, w + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[row0 + k]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[row1 + k]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[row2 + k]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[row3 + k]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[row4 + k]);
      sum40 = x4.fma(w0, sum40);
      sum41 = x4.fma(w1, sum41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[row4 + stride + k]);
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

  /** Six rows and a single vector, for half a panel where a vector holds that. */
  static void sixRowsNarrow(
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
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    FloatVector sum4 = FloatVector.zero(SPECIES);
    FloatVector sum5 = FloatVector.zero(SPECIES);
    for (int k = 0, w = panelAt; k < depth; k++, w += PANEL) {
      FloatVector weights = FloatVector.fromArray(SPECIES, panel, w);
      sum0 = FloatVector.broadcast(SPECIES, a[row0 + k]).fma(weights, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[row1 + k]).fma(weights, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[row2 + k]).fma(weights, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[row3 + k]).fma(weights, sum3);
      sum4 = FloatVector.broadcast(SPECIES, a[row4 + k]).fma(weights, sum4);
      sum5 = FloatVector.broadcast(SPECIES, a[row5 + k]).fma(weights, sum5);
    }
    sum0.intoArray(sums, sumsAt);
    sum1.intoArray(sums, sumsAt + PANEL);
    sum2.intoArray(sums, sumsAt + 2 * PANEL);
    sum3.intoArray(sums, sumsAt + 3 * PANEL);
    sum4.intoArray(sums, sumsAt + 4 * PANEL);
    sum5.intoArray(sums, sumsAt + 5 * PANEL);
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
