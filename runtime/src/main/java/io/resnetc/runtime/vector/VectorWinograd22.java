package io.resnetc.runtime.vector;

import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** The transforms of F(2 x 2, 2 x 2), as those of {@link VectorWinograd23}. */
final class VectorWinograd22 {
  private VectorWinograd22() {}

  /**
   * Transforms vectors of three lines to three others, {@code count} floats of each, and goes on
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
      x0.sub(x1).intoArray(y, to);
      x1.intoArray(y, to + yStep);
      x2.sub(x1).intoArray(y, to + 2 * yStep);
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
    int row1 = at + 3 * step;
    int row2 = at + 6 * step;
    FloatVector x00 = FloatVector.fromArray(SPECIES, products, at);
    FloatVector x10 = FloatVector.fromArray(SPECIES, products, row1);
    FloatVector x20 = FloatVector.fromArray(SPECIES, products, row2);
    FloatVector x01 = FloatVector.fromArray(SPECIES, products, at + step);
    FloatVector x11 = FloatVector.fromArray(SPECIES, products, row1 + step);
    FloatVector x21 = FloatVector.fromArray(SPECIES, products, row2 + step);
    FloatVector x02 = FloatVector.fromArray(SPECIES, products, at + 2 * step);
    FloatVector x12 = FloatVector.fromArray(SPECIES, products, row1 + 2 * step);
    FloatVector x22 = FloatVector.fromArray(SPECIES, products, row2 + 2 * step);
    FloatVector upper1 = x01.add(x11);
    FloatVector lower1 = x11.add(x21);
    FloatVector y00 = x00.add(x10).add(upper1);
    FloatVector y01 = upper1.add(x02.add(x12));
    FloatVector y10 = x10.add(x20).add(lower1);
    FloatVector y11 = lower1.add(x12.add(x22));
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
