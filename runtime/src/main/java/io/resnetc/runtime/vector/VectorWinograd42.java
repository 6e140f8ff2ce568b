package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;
import static io.resnetc.runtime.vector.VectorWinograd43.DATA;
import static io.resnetc.runtime.vector.VectorWinograd43.RESULT;

import jdk.incubator.vector.FloatVector;

/** The transforms of F(4 x 4, 2 x 2), as those of {@link VectorWinograd43} without the point 0. */
final class VectorWinograd42 {
  private VectorWinograd42() {}

  /**
   * Transforms vectors of five lines to five others, {@code count} floats of each, and goes on
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
    FloatVector minusTwo = FloatVector.fromArray(SPECIES, DATA, 0);
    FloatVector minusHalf = FloatVector.fromArray(SPECIES, DATA, LENGTH);
    FloatVector minusFiveHalves = FloatVector.fromArray(SPECIES, DATA, 2 * LENGTH);
    FloatVector near = FloatVector.fromArray(SPECIES, DATA, 3 * LENGTH);
    FloatVector minusNear = FloatVector.fromArray(SPECIES, DATA, 4 * LENGTH);
    FloatVector far = FloatVector.fromArray(SPECIES, DATA, 5 * LENGTH);
    FloatVector minusFar = FloatVector.fromArray(SPECIES, DATA, 6 * LENGTH);
    int from = xAt;
    int to = yAt;
    int j = 0;
    for (int i = 0; i < times * count; i += LENGTH) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + xStep);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * xStep);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, from + 3 * xStep);
      FloatVector x4 = FloatVector.fromArray(SPECIES, x, from + 4 * xStep);
      FloatVector evenNear = x1.fma(minusTwo, x3);
      FloatVector oddNear = x0.fma(minusTwo, x2);
      FloatVector evenFar = x1.fma(minusHalf, x3);
      FloatVector oddFar = x0.fma(minusHalf, x2);
      oddNear.fma(near, evenNear).intoArray(y, to);
      oddNear.fma(minusNear, evenNear).intoArray(y, to + yStep);
      oddFar.fma(far, evenFar).intoArray(y, to + 2 * yStep);
      oddFar.fma(minusFar, evenFar).intoArray(y, to + 3 * yStep);
      x2.fma(minusFiveHalves, x4).add(x0).intoArray(y, to + 4 * yStep);
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
    for (int i = 0; i < 5 * tiles; i++) {
      FloatVector x1 = FloatVector.fromArray(SPECIES, products, from);
      FloatVector x2 = FloatVector.fromArray(SPECIES, products, from + 5 * step);
      FloatVector x3 = FloatVector.fromArray(SPECIES, products, from + 10 * step);
      FloatVector x4 = FloatVector.fromArray(SPECIES, products, from + 15 * step);
      FloatVector x5 = FloatVector.fromArray(SPECIES, products, from + 20 * step);
      FloatVector evenNear = x1.add(x2);
      FloatVector oddNear = x1.sub(x2).mul(near);
      FloatVector evenFar = x3.add(x4);
      FloatVector oddFar = x3.sub(x4).mul(far);
      evenNear.add(evenFar).intoArray(work, to);
      oddNear.add(oddFar).intoArray(work, to + LENGTH);
      evenNear.fma(half, evenFar.mul(two)).intoArray(work, to + 2 * LENGTH);
      oddNear.fma(half, oddFar.fma(two, x5)).intoArray(work, to + 3 * LENGTH);
      column++;
      from += step;
      to += 4 * LENGTH;
      if (column == 5) {
        column = 0;
        from += PANEL - 5 * step;
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
      FloatVector x1 = FloatVector.fromArray(SPECIES, work, from);
      FloatVector x2 = FloatVector.fromArray(SPECIES, work, from + 4 * LENGTH);
      FloatVector x3 = FloatVector.fromArray(SPECIES, work, from + 8 * LENGTH);
      FloatVector x4 = FloatVector.fromArray(SPECIES, work, from + 12 * LENGTH);
      FloatVector x5 = FloatVector.fromArray(SPECIES, work, from + 16 * LENGTH);
      FloatVector evenNear = x1.add(x2);
      FloatVector oddNear = x1.sub(x2).mul(near);
      FloatVector evenFar = x3.add(x4);
      FloatVector oddFar = x3.sub(x4).mul(far);
      FloatVector y0 = evenNear.add(evenFar).add(b);
      FloatVector y1 = oddNear.add(oddFar).add(b);
      FloatVector y2 = evenNear.fma(half, evenFar.mul(two)).add(b);
      FloatVector y3 = oddNear.fma(half, oddFar.fma(two, x5)).add(b);
      FloatVector z0 = FloatVector.fromArray(SPECIES, z, fromZ);
      FloatVector z1 = FloatVector.fromArray(SPECIES, z, fromZ + zColumnStride);
      FloatVector z2 = FloatVector.fromArray(SPECIES, z, fromZ + 2 * zColumnStride);
      FloatVector z3 = FloatVector.fromArray(SPECIES, z, fromZ + last * zColumnStride);
      y3.add(z3).max(least).intoArray(y, to + last * columnStride);
      y0.add(z0).max(least).intoArray(y, to);
      y1.add(z1).max(least).intoArray(y, to + columnStride);
      y2.add(z2).max(least).intoArray(y, to + 2 * columnStride);
      row++;
      from += LENGTH;
      fromZ += zRowStride;
      to += rowStride;
      if (row == rows) {
        row = 0;
        from += (20 - rows) * LENGTH;
        fromZ += columns * zColumnStride - rows * zRowStride;
        to += columns * columnStride - rows * rowStride;
      }
    }
  }
}
