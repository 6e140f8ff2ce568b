package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** The register tiles of {@link VectorGemm} for half a panel that a single vector holds. */
final class VectorNarrowGemm {
  private VectorNarrowGemm() {}

  /** Eight rows. */
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
    int row1 = stride;
    int row2 = 2 * stride;
    int row3 = 3 * stride;
    int row4 = 4 * stride;
    int row5 = 5 * stride;
    int row6 = 6 * stride;
    int row7 = 7 * stride;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    int from4 = from3 + fromStride;
    int from5 = from4 + fromStride;
    int from6 = from5 + fromStride;
    int from7 = from6 + fromStride;
    FloatVector sum0 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum4 = FloatVector.fromArray(SPECIES, from, from4);
    FloatVector sum5 = FloatVector.fromArray(SPECIES, from, from5);
    FloatVector sum6 = FloatVector.fromArray(SPECIES, from, from6);
    FloatVector sum7 = FloatVector.fromArray(SPECIES, from, from7);
    for (int x = aAt, w = panelAt, end = aAt + depth; x < end; x++, w += PANEL) {
      FloatVector weights = FloatVector.fromArray(SPECIES, panel, w);
      sum0 = FloatVector.broadcast(SPECIES, a[x]).fma(weights, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[x + row1]).fma(weights, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[x + row2]).fma(weights, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[x + row3]).fma(weights, sum3);
      sum4 = FloatVector.broadcast(SPECIES, a[x + row4]).fma(weights, sum4);
      sum5 = FloatVector.broadcast(SPECIES, a[x + row5]).fma(weights, sum5);
      sum6 = FloatVector.broadcast(SPECIES, a[x + row6]).fma(weights, sum6);
      sum7 = FloatVector.broadcast(SPECIES, a[x + row7]).fma(weights, sum7);
    }
    sum0.intoArray(sums, sumsAt);
    sum1.intoArray(sums, sumsAt + PANEL);
    sum2.intoArray(sums, sumsAt + 2 * PANEL);
    sum3.intoArray(sums, sumsAt + 3 * PANEL);
    sum4.intoArray(sums, sumsAt + 4 * PANEL);
    sum5.intoArray(sums, sumsAt + 5 * PANEL);
    sum6.intoArray(sums, sumsAt + 6 * PANEL);
    sum7.intoArray(sums, sumsAt + 7 * PANEL);
  }

  /** Seven rows. */
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
    int row1 = stride;
    int row2 = 2 * stride;
    int row3 = 3 * stride;
    int row4 = 4 * stride;
    int row5 = 5 * stride;
    int row6 = 6 * stride;
    int from1 = fromAt + fromStride;
    int from2 = from1 + fromStride;
    int from3 = from2 + fromStride;
    int from4 = from3 + fromStride;
    int from5 = from4 + fromStride;
    int from6 = from5 + fromStride;
    FloatVector sum0 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, from, from3);
    FloatVector sum4 = FloatVector.fromArray(SPECIES, from, from4);
    FloatVector sum5 = FloatVector.fromArray(SPECIES, from, from5);
    FloatVector sum6 = FloatVector.fromArray(SPECIES, from, from6);
    for (int x = aAt, w = panelAt, end = aAt + depth; x < end; x++, w += PANEL) {
      FloatVector weights = FloatVector.fromArray(SPECIES, panel, w);
      sum0 = FloatVector.broadcast(SPECIES, a[x]).fma(weights, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[x + row1]).fma(weights, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[x + row2]).fma(weights, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[x + row3]).fma(weights, sum3);
      sum4 = FloatVector.broadcast(SPECIES, a[x + row4]).fma(weights, sum4);
      sum5 = FloatVector.broadcast(SPECIES, a[x + row5]).fma(weights, sum5);
      sum6 = FloatVector.broadcast(SPECIES, a[x + row6]).fma(weights, sum6);
    }
    sum0.intoArray(sums, sumsAt);
    sum1.intoArray(sums, sumsAt + PANEL);
    sum2.intoArray(sums, sumsAt + 2 * PANEL);
    sum3.intoArray(sums, sumsAt + 3 * PANEL);
    sum4.intoArray(sums, sumsAt + 4 * PANEL);
    sum5.intoArray(sums, sumsAt + 5 * PANEL);
    sum6.intoArray(sums, sumsAt + 6 * PANEL);
  }

  /** Four rows. */
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
    FloatVector sum0 = FloatVector.fromArray(SPECIES, from, fromAt);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, from, from1);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, from, from2);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, from, from3);
    for (int x = aAt, w = panelAt, end = aAt + depth; x < end; x++, w += PANEL) {
      FloatVector weights = FloatVector.fromArray(SPECIES, panel, w);
      sum0 = FloatVector.broadcast(SPECIES, a[x]).fma(weights, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[x + row1]).fma(weights, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[x + row2]).fma(weights, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[x + row3]).fma(weights, sum3);
    }
    sum0.intoArray(sums, sumsAt);
    sum1.intoArray(sums, sumsAt + PANEL);
    sum2.intoArray(sums, sumsAt + 2 * PANEL);
    sum3.intoArray(sums, sumsAt + 3 * PANEL);
  }
}
