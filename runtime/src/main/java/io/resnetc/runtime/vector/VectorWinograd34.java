package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;
import static io.resnetc.runtime.vector.VectorWinograd43.RESULT;

import jdk.incubator.vector.FloatVector;

/**
 * The result transform of F(3 x 3, 4 x 4), as that of {@link VectorWinograd43}, whose data
 * transform it shares.
 */
final class VectorWinograd34 {
  private VectorWinograd34() {}

  /** {@code work[tile][column][i] = sum over k of A^T[i][k] * products[k][column][tile]}. */
  static void resultColumns(
      float[] products, int productsAt, int step, float[] work, int workAt, int tiles) {
    FloatVector near = FloatVector.fromArray(SPECIES, RESULT, 0);
    FloatVector far = FloatVector.fromArray(SPECIES, RESULT, LENGTH);
    FloatVector half = FloatVector.fromArray(SPECIES, RESULT, 2 * LENGTH);
    FloatVector two = FloatVector.fromArray(SPECIES, RESULT, 3 * LENGTH);
    int from = productsAt;
    int to = workAt;
    int column = 0;
    for (int i = 0; i < 6 * tiles; i++) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, products, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, products, from + 6 * step);
      FloatVector x2 = FloatVector.fromArray(SPECIES, products, from + 12 * step);
      FloatVector x3 = FloatVector.fromArray(SPECIES, products, from + 18 * step);
      FloatVector x4 = FloatVector.fromArray(SPECIES, products, from + 24 * step);
      FloatVector x5 = FloatVector.fromArray(SPECIES, products, from + 30 * step);
      FloatVector evenNear = x1.add(x2);
      FloatVector oddNear = x1.sub(x2).mul(near);
      FloatVector evenFar = x3.add(x4);
      FloatVector oddFar = x3.sub(x4).mul(far);
      x0.add(evenNear.add(evenFar)).intoArray(work, to);
      oddNear.add(oddFar).intoArray(work, to + LENGTH);
      evenNear.fma(half, evenFar.fma(two, x5)).intoArray(work, to + 2 * LENGTH);
      column++;
      from += step;
      to += 3 * LENGTH;
      if (column == 6) {
        column = 0;
        from += PANEL - 6 * step;
      }
    }
  }

  /**
   * {@code y = max(sum over k of work[tile][k][i] * A[k][j] + bias + z, low)}. Where the last
   * column is left out, what is computed for it is overwritten.
   */
  static void resultRows(
      float[] work,
      int workAt,
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
      int tiles,
      int rows,
      int columns,
      float low) {
    FloatVector near = FloatVector.fromArray(SPECIES, RESULT, 0);
    FloatVector far = FloatVector.fromArray(SPECIES, RESULT, LENGTH);
    FloatVector half = FloatVector.fromArray(SPECIES, RESULT, 2 * LENGTH);
    FloatVector two = FloatVector.fromArray(SPECIES, RESULT, 3 * LENGTH);
    FloatVector b = FloatVector.fromArray(SPECIES, bias, biasAt);
    FloatVector least = FloatVector.broadcast(SPECIES, low);
    int from = workAt;
    int fromZ = zAt;
    int to = yAt;
    int row = 0;
    int last = columns - 1;
    for (int i = 0; i < rows * tiles; i++) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, work, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, work, from + 3 * LENGTH);
      FloatVector x2 = FloatVector.fromArray(SPECIES, work, from + 6 * LENGTH);
      FloatVector x3 = FloatVector.fromArray(SPECIES, work, from + 9 * LENGTH);
      FloatVector x4 = FloatVector.fromArray(SPECIES, work, from + 12 * LENGTH);
      FloatVector x5 = FloatVector.fromArray(SPECIES, work, from + 15 * LENGTH);
      FloatVector evenNear = x1.add(x2);
      FloatVector oddNear = x1.sub(x2).mul(near);
      FloatVector evenFar = x3.add(x4);
      FloatVector oddFar = x3.sub(x4).mul(far);
      FloatVector y0 = x0.add(evenNear.add(evenFar)).add(b);
      FloatVector y1 = oddNear.add(oddFar).add(b);
      FloatVector y2 = evenNear.fma(half, evenFar.fma(two, x5)).add(b);
      FloatVector z0 = FloatVector.fromArray(SPECIES, z, fromZ);
      FloatVector z1 = FloatVector.fromArray(SPECIES, z, fromZ + zColumnStride);
      FloatVector z2 = FloatVector.fromArray(SPECIES, z, fromZ + last * zColumnStride);
      y2.add(z2).max(least).intoArray(y, to + last * columnStride);
      y0.add(z0).max(least).intoArray(y, to);
      y1.add(z1).max(least).intoArray(y, to + columnStride);
      row++;
      from += LENGTH;
      fromZ += zRowStride;
      to += rowStride;
      if (row == rows) {
        row = 0;
        from += (18 - rows) * LENGTH;
        fromZ += columns * zColumnStride - rows * zRowStride;
        to += columns * columnStride - rows * rowStride;
      }
    }
  }
}
