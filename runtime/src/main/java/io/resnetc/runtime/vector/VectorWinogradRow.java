package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.kernel.Kernels.ROW_TILES;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;
import static io.resnetc.runtime.vector.VectorGemm.LARGE;
import static io.resnetc.runtime.vector.VectorGemm.SMALL;

import io.resnetc.runtime.kernel.ScalarWinogradRow;
import jdk.incubator.vector.FloatVector;

/**
 * A row of positions of Winograd's F(4 x 4, 3 x 3): register tiles of two positions times four
 * tiles times two vectors of outputs. Points that differ in sign alone share what is even in them,
 * and come first, because they read all weights, in order, from wherever these are; what comes next
 * finds them in a cache.
 */
final class VectorWinogradRow {
  private VectorWinogradRow() {}

  /** As {@link io.resnetc.runtime.kernel.Kernels#winogradRow}. */
  static void multiply(
      float[] data,
      int dataAt,
      int stride,
      int dataStep,
      int inputs,
      float[] weights,
      int weightsAt,
      float[] products,
      int productsAt,
      int step) {
    VectorProduct.check(data, weights, 6 * ROW_TILES, stride, 3 * PANEL * inputs);
    for (int o = 0; o < PANEL; o += Lanes.TILE) {
      int at = weightsAt + o;
      int to = productsAt + o;
      points(
          data,
          dataAt + dataStep,
          stride,
          dataStep,
          inputs,
          weights,
          at,
          0,
          2 * PANEL,
          ScalarWinogradRow.scale(1),
          products,
          to + step,
          step);
      points(
          data,
          dataAt + 3 * dataStep,
          stride,
          dataStep,
          inputs,
          weights,
          at,
          2 * PANEL,
          0,
          ScalarWinogradRow.scale(3),
          products,
          to + 3 * step,
          step);
      ends(data, dataAt, stride, dataStep, inputs, weights, at, products, to, step);
    }
  }

  /** Two points: their weights are {@code own + own + other} plus and minus the one between. */
  private static void points(
      float[] data,
      int dataAt,
      int stride,
      int dataStep,
      int inputs,
      float[] weights,
      int weightsAt,
      int ownAt,
      int otherAt,
      float scale,
      float[] products,
      int productsAt,
      int step) {
    int row1 = stride & SMALL;
    int row2 = (2 * stride) & SMALL;
    int row3 = (3 * stride) & SMALL;
    int next0 = dataStep & SMALL;
    int next1 = (dataStep + stride) & SMALL;
    int next2 = (dataStep + 2 * stride) & SMALL;
    int next3 = (dataStep + 3 * stride) & SMALL;
    FloatVector sum000 = FloatVector.zero(SPECIES);
    FloatVector sum001 = FloatVector.zero(SPECIES);
    FloatVector sum010 = FloatVector.zero(SPECIES);
    FloatVector sum011 = FloatVector.zero(SPECIES);
    FloatVector sum020 = FloatVector.zero(SPECIES);
    FloatVector sum021 = FloatVector.zero(SPECIES);
    FloatVector sum030 = FloatVector.zero(SPECIES);
    FloatVector sum031 = FloatVector.zero(SPECIES);
    FloatVector sum100 = FloatVector.zero(SPECIES);
    FloatVector sum101 = FloatVector.zero(SPECIES);
    FloatVector sum110 = FloatVector.zero(SPECIES);
    FloatVector sum111 = FloatVector.zero(SPECIES);
    FloatVector sum120 = FloatVector.zero(SPECIES);
    FloatVector sum121 = FloatVector.zero(SPECIES);
    FloatVector sum130 = FloatVector.zero(SPECIES);
    FloatVector sum131 = FloatVector.zero(SPECIES);
    int own = ownAt & SMALL;
    int other = otherAt & SMALL;
    int x0 = dataAt & LARGE;
    int w0 = weightsAt & LARGE;
    int count = inputs & SMALL;
    for (int k = 0; k < count; k++) {
      int x = x0 + k;
      int w = w0 + k * (3 * PANEL);
      FloatVector own0 = FloatVector.fromArray(SPECIES, weights, w + own);
      FloatVector odd0 = FloatVector.fromArray(SPECIES, weights, w + PANEL);
      FloatVector other0 = FloatVector.fromArray(SPECIES, weights, w + other);
      FloatVector even0 = own0.add(own0).add(other0);
      FloatVector w00 = even0.add(odd0);
      FloatVector w10 = even0.sub(odd0);
      FloatVector own1 = FloatVector.fromArray(SPECIES, weights, w + own + LENGTH);
      FloatVector odd1 = FloatVector.fromArray(SPECIES, weights, w + PANEL + LENGTH);
      FloatVector other1 = FloatVector.fromArray(SPECIES, weights, w + other + LENGTH);
      FloatVector even1 = own1.add(own1).add(other1);
      FloatVector w01 = even1.add(odd1);
      FloatVector w11 = even1.sub(odd1);
      FloatVector x00 = FloatVector.broadcast(SPECIES, data[x]);
      sum000 = x00.fma(w00, sum000);
      sum001 = x00.fma(w01, sum001);
      FloatVector x01 = FloatVector.broadcast(SPECIES, data[x + row1]);
      sum010 = x01.fma(w00, sum010);
      sum011 = x01.fma(w01, sum011);
      FloatVector x02 = FloatVector.broadcast(SPECIES, data[x + row2]);
      sum020 = x02.fma(w00, sum020);
      sum021 = x02.fma(w01, sum021);
      FloatVector x03 = FloatVector.broadcast(SPECIES, data[x + row3]);
      sum030 = x03.fma(w00, sum030);
      sum031 = x03.fma(w01, sum031);
      FloatVector x10 = FloatVector.broadcast(SPECIES, data[x + next0]);
      sum100 = x10.fma(w10, sum100);
      sum101 = x10.fma(w11, sum101);
      FloatVector x11 = FloatVector.broadcast(SPECIES, data[x + next1]);
      sum110 = x11.fma(w10, sum110);
      sum111 = x11.fma(w11, sum111);
      FloatVector x12 = FloatVector.broadcast(SPECIES, data[x + next2]);
      sum120 = x12.fma(w10, sum120);
      sum121 = x12.fma(w11, sum121);
      FloatVector x13 = FloatVector.broadcast(SPECIES, data[x + next3]);
      sum130 = x13.fma(w10, sum130);
      sum131 = x13.fma(w11, sum131);
    }
    int nextAt = productsAt + step;
    sum000.mul(scale).intoArray(products, productsAt);
    sum001.mul(scale).intoArray(products, productsAt + LENGTH);
    sum010.mul(scale).intoArray(products, productsAt + PANEL);
    sum011.mul(scale).intoArray(products, productsAt + PANEL + LENGTH);
    sum020.mul(scale).intoArray(products, productsAt + 2 * PANEL);
    sum021.mul(scale).intoArray(products, productsAt + 2 * PANEL + LENGTH);
    sum030.mul(scale).intoArray(products, productsAt + 3 * PANEL);
    sum031.mul(scale).intoArray(products, productsAt + 3 * PANEL + LENGTH);
    sum100.mul(scale).intoArray(products, nextAt);
    sum101.mul(scale).intoArray(products, nextAt + LENGTH);
    sum110.mul(scale).intoArray(products, nextAt + PANEL);
    sum111.mul(scale).intoArray(products, nextAt + PANEL + LENGTH);
    sum120.mul(scale).intoArray(products, nextAt + 2 * PANEL);
    sum121.mul(scale).intoArray(products, nextAt + 2 * PANEL + LENGTH);
    sum130.mul(scale).intoArray(products, nextAt + 3 * PANEL);
    sum131.mul(scale).intoArray(products, nextAt + 3 * PANEL + LENGTH);
  }

  /** Zero and infinity: the first and the last position, of the first and the last weight alone. */
  private static void ends(
      float[] data,
      int dataAt,
      int stride,
      int dataStep,
      int inputs,
      float[] weights,
      int weightsAt,
      float[] products,
      int productsAt,
      int step) {
    int row1 = stride & SMALL;
    int row2 = (2 * stride) & SMALL;
    int row3 = (3 * stride) & SMALL;
    int next0 = (5 * dataStep) & SMALL;
    int next1 = (5 * dataStep + stride) & SMALL;
    int next2 = (5 * dataStep + 2 * stride) & SMALL;
    int next3 = (5 * dataStep + 3 * stride) & SMALL;
    FloatVector sum000 = FloatVector.zero(SPECIES);
    FloatVector sum001 = FloatVector.zero(SPECIES);
    FloatVector sum010 = FloatVector.zero(SPECIES);
    FloatVector sum011 = FloatVector.zero(SPECIES);
    FloatVector sum020 = FloatVector.zero(SPECIES);
    FloatVector sum021 = FloatVector.zero(SPECIES);
    FloatVector sum030 = FloatVector.zero(SPECIES);
    FloatVector sum031 = FloatVector.zero(SPECIES);
    FloatVector sum100 = FloatVector.zero(SPECIES);
    FloatVector sum101 = FloatVector.zero(SPECIES);
    FloatVector sum110 = FloatVector.zero(SPECIES);
    FloatVector sum111 = FloatVector.zero(SPECIES);
    FloatVector sum120 = FloatVector.zero(SPECIES);
    FloatVector sum121 = FloatVector.zero(SPECIES);
    FloatVector sum130 = FloatVector.zero(SPECIES);
    FloatVector sum131 = FloatVector.zero(SPECIES);
    int x0 = dataAt & LARGE;
    int w0 = weightsAt & LARGE;
    int count = inputs & SMALL;
    for (int k = 0; k < count; k++) {
      int x = x0 + k;
      int w = w0 + k * (3 * PANEL);
      FloatVector w00 = FloatVector.fromArray(SPECIES, weights, w);
      FloatVector w10 = FloatVector.fromArray(SPECIES, weights, w + 2 * PANEL);
      FloatVector w01 = FloatVector.fromArray(SPECIES, weights, w + LENGTH);
      FloatVector w11 = FloatVector.fromArray(SPECIES, weights, w + 2 * PANEL + LENGTH);
      FloatVector x00 = FloatVector.broadcast(SPECIES, data[x]);
      sum000 = x00.fma(w00, sum000);
      sum001 = x00.fma(w01, sum001);
      FloatVector x01 = FloatVector.broadcast(SPECIES, data[x + row1]);
      sum010 = x01.fma(w00, sum010);
      sum011 = x01.fma(w01, sum011);
      FloatVector x02 = FloatVector.broadcast(SPECIES, data[x + row2]);
      sum020 = x02.fma(w00, sum020);
      sum021 = x02.fma(w01, sum021);
      FloatVector x03 = FloatVector.broadcast(SPECIES, data[x + row3]);
      sum030 = x03.fma(w00, sum030);
      sum031 = x03.fma(w01, sum031);
      FloatVector x10 = FloatVector.broadcast(SPECIES, data[x + next0]);
      sum100 = x10.fma(w10, sum100);
      sum101 = x10.fma(w11, sum101);
      FloatVector x11 = FloatVector.broadcast(SPECIES, data[x + next1]);
      sum110 = x11.fma(w10, sum110);
      sum111 = x11.fma(w11, sum111);
      FloatVector x12 = FloatVector.broadcast(SPECIES, data[x + next2]);
      sum120 = x12.fma(w10, sum120);
      sum121 = x12.fma(w11, sum121);
      FloatVector x13 = FloatVector.broadcast(SPECIES, data[x + next3]);
      sum130 = x13.fma(w10, sum130);
      sum131 = x13.fma(w11, sum131);
    }
    int nextAt = productsAt + 5 * step;
    sum000.intoArray(products, productsAt);
    sum001.intoArray(products, productsAt + LENGTH);
    sum010.intoArray(products, productsAt + PANEL);
    sum011.intoArray(products, productsAt + PANEL + LENGTH);
    sum020.intoArray(products, productsAt + 2 * PANEL);
    sum021.intoArray(products, productsAt + 2 * PANEL + LENGTH);
    sum030.intoArray(products, productsAt + 3 * PANEL);
    sum031.intoArray(products, productsAt + 3 * PANEL + LENGTH);
    sum100.intoArray(products, nextAt);
    sum101.intoArray(products, nextAt + LENGTH);
    sum110.intoArray(products, nextAt + PANEL);
    sum111.intoArray(products, nextAt + PANEL + LENGTH);
    sum120.intoArray(products, nextAt + 2 * PANEL);
    sum121.intoArray(products, nextAt + 2 * PANEL + LENGTH);
    sum130.intoArray(products, nextAt + 3 * PANEL);
    sum131.intoArray(products, nextAt + 3 * PANEL + LENGTH);
  }
}
