package io.resnetc.runtime.vector;

import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The transforms of F(2 x 2, 3 x 3), in the order of operations of the scalar twin: one vector of
 * channels of one tile, all 16 of which are in registers at once.
 */
final class VectorWinograd23 {
  private VectorWinograd23() {}

  /**
   * Transforms vectors of four lines to four others, {@code count} floats of each, and goes on
   * {@code xNext} and {@code yNext} further each time that it has done so.
   */
  static void data(
      float[] x,
      int xAt,
      int xStep,
      int xNext,
      float[] y,
      int yAt,
      int yStep,
      int yNext,
      int count,
      int times) {
    int from = xAt;
    int to = yAt;
    int j = 0;
    for (int i = 0; i < times * count; i += LENGTH) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + xStep);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * xStep);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, from + 3 * xStep);
      x0.sub(x2).intoArray(y, to);
      x2.add(x1).intoArray(y, to + yStep);
      x2.sub(x1).intoArray(y, to + 2 * yStep);
      x3.sub(x1).intoArray(y, to + 3 * yStep);
      from += LENGTH;
      to += LENGTH;
      j += LENGTH;
      if (j == count) {
        j = 0;
        from += xNext - count;
        to += yNext - count;
      }
    }
  }

  /**
   * Transforms vectors of four lines of products to two of results, {@code count} floats of each.
   */
  static void results(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int count) {
    for (int i = 0; i < count; i += LENGTH) {
      int from = xAt + i;
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + xStep);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * xStep);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, from + 3 * xStep);
      x0.add(x1.add(x2)).intoArray(y, yAt + i);
      x3.add(x1.sub(x2)).intoArray(y, yAt + yStep + i);
    }
  }

  /**
   * {@code y = max((A^T products A)[i][j] + bias + z, low)}. With a stride of 0 the second row or
   * column is not kept.
   */
  static void result(
      float[] products,
      int at,
      int step,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      int zRowStride,
      int zColumnStride,
      float[] y,
      int yAt,
      int rowStride,
      int columnStride,
      float low) {
    int row1 = at + 4 * step;
    int row2 = at + 8 * step;
    int row3 = at + 12 * step;
    FloatVector x00 = FloatVector.fromArray(SPECIES, products, at);
    FloatVector x10 = FloatVector.fromArray(SPECIES, products, row1);
    FloatVector x20 = FloatVector.fromArray(SPECIES, products, row2);
    FloatVector x30 = FloatVector.fromArray(SPECIES, products, row3);
    FloatVector x01 = FloatVector.fromArray(SPECIES, products, at + step);
    FloatVector x11 = FloatVector.fromArray(SPECIES, products, row1 + step);
    FloatVector x21 = FloatVector.fromArray(SPECIES, products, row2 + step);
    FloatVector x31 = FloatVector.fromArray(SPECIES, products, row3 + step);
    FloatVector x02 = FloatVector.fromArray(SPECIES, products, at + 2 * step);
    FloatVector x12 = FloatVector.fromArray(SPECIES, products, row1 + 2 * step);
    FloatVector x22 = FloatVector.fromArray(SPECIES, products, row2 + 2 * step);
    FloatVector x32 = FloatVector.fromArray(SPECIES, products, row3 + 2 * step);
    FloatVector x03 = FloatVector.fromArray(SPECIES, products, at + 3 * step);
    FloatVector x13 = FloatVector.fromArray(SPECIES, products, row1 + 3 * step);
    FloatVector x23 = FloatVector.fromArray(SPECIES, products, row2 + 3 * step);
    FloatVector x33 = FloatVector.fromArray(SPECIES, products, row3 + 3 * step);
    FloatVector upper1 = x01.add(x11.add(x21));
    FloatVector upper2 = x02.add(x12.add(x22));
    FloatVector lower1 = x31.add(x11.sub(x21));
    FloatVector lower2 = x32.add(x12.sub(x22));
    FloatVector y00 = x00.add(x10.add(x20)).add(upper1.add(upper2));
    FloatVector y01 = x03.add(x13.add(x23)).add(upper1.sub(upper2));
    FloatVector y10 = x30.add(x10.sub(x20)).add(lower1.add(lower2));
    FloatVector y11 = x33.add(x13.sub(x23)).add(lower1.sub(lower2));
    FloatVector b = FloatVector.fromArray(SPECIES, bias, biasAt);
    FloatVector least = FloatVector.broadcast(SPECIES, low);
    FloatVector z00 = FloatVector.fromArray(SPECIES, z, zAt);
    FloatVector z01 = FloatVector.fromArray(SPECIES, z, zAt + zColumnStride);
    FloatVector z10 = FloatVector.fromArray(SPECIES, z, zAt + zRowStride);
    FloatVector z11 = FloatVector.fromArray(SPECIES, z, zAt + zRowStride + zColumnStride);
    y11.add(b).add(z11).max(least).intoArray(y, yAt + rowStride + columnStride);
    y10.add(b).add(z10).max(least).intoArray(y, yAt + rowStride);
    y01.add(b).add(z01).max(least).intoArray(y, yAt + columnStride);
    y00.add(b).add(z00).max(least).intoArray(y, yAt);
  }
}
