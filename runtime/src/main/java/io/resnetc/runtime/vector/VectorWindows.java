package io.resnetc.runtime.vector;

import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Kernels that reduce a window of pixels, one vector of channels a call. The taps are walked in one
 * loop: C2 of JDK 17 boxes vectors that live across nested loops. What a loop carries is an
 * argument, not what is called: C2 knows the class of a vector that was just read, and of another
 * only by a profile, without which it calls and boxes.
 */
final class VectorWindows {
  private VectorWindows() {}

  static void depthwise(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] weight,
      int weightAt,
      int channels,
      float[] sums) {
    int nextRow = rowStride - columns * columnStride;
    int tap = xAt;
    int column = 0;
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < rows * columns; i++) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, tap);
      sum = value.fma(FloatVector.fromArray(SPECIES, weight, weightAt + i * channels), sum);
      tap += columnStride;
      column++;
      if (column == columns) {
        column = 0;
        tap += nextRow;
      }
    }
    sum.intoArray(sums, weightAt);
  }

  /** One channel, for those that do not fill a vector. */
  static float depthwiseTail(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] weight,
      int weightAt,
      int channels) {
    float sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float value = x[xAt + row * rowStride + column * columnStride];
        sum = Math.fma(value, weight[weightAt + (row * columns + column) * channels], sum);
      }
    }
    return sum;
  }

  static void max(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] y,
      int yAt) {
    int nextRow = rowStride - columns * columnStride;
    int tap = xAt;
    int column = 0;
    FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < rows * columns; i++) {
      largest = FloatVector.fromArray(SPECIES, x, tap).max(largest);
      tap += columnStride;
      column++;
      if (column == columns) {
        column = 0;
        tap += nextRow;
      }
    }
    largest.intoArray(y, yAt);
  }

  static void mean(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float divisor,
      float[] y,
      int yAt) {
    int nextRow = rowStride - columns * columnStride;
    int tap = xAt;
    int column = 0;
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < rows * columns; i++) {
      sum = FloatVector.fromArray(SPECIES, x, tap).add(sum);
      tap += columnStride;
      column++;
      if (column == columns) {
        column = 0;
        tap += nextRow;
      }
    }
    sum.div(divisor).intoArray(y, yAt);
  }
}
