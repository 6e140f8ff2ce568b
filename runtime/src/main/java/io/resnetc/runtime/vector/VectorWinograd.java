package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.WinogradTransform.FAR;
import static io.resnetc.runtime.kernel.WinogradTransform.NEAR;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The Winograd transforms of whole vectors, in the order of operations of the scalar twin. One
 * dimension at a time: six vectors in and six out fit in the registers, a whole tile does not.
 */
final class VectorWinograd {
  // Constants, because C2 has no budget left to inline a broadcast into each use, and would box it.
  private static final FloatVector MINUS_TWO = all(-2f);
  private static final FloatVector MINUS_HALF = all(-0.5f);
  private static final FloatVector MINUS_FIVE_HALVES = all(-2.5f);
  private static final FloatVector NEAR_ALL = all(NEAR);
  private static final FloatVector MINUS_NEAR = all(-NEAR);
  private static final FloatVector FAR_ALL = all(FAR);
  private static final FloatVector MINUS_FAR = all(-FAR);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector TWO = all(2f);

  private VectorWinograd() {}

  static void data2(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int bound) {
    for (int j = 0; j < bound; j += LENGTH) {
      int from = xAt + j;
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + xStep);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * xStep);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, from + 3 * xStep);
      int to = yAt + j;
      x0.sub(x2).intoArray(y, to);
      x2.add(x1).intoArray(y, to + yStep);
      x2.sub(x1).intoArray(y, to + 2 * yStep);
      x3.sub(x1).intoArray(y, to + 3 * yStep);
    }
  }

  static void result2(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int bound) {
    for (int j = 0; j < bound; j += LENGTH) {
      int from = xAt + j;
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + xStep);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * xStep);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, from + 3 * xStep);
      int to = yAt + j;
      x0.add(x1.add(x2)).intoArray(y, to);
      x3.add(x1.sub(x2)).intoArray(y, to + yStep);
    }
  }

  static void data4(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int bound) {
    for (int j = 0; j < bound; j += LENGTH) {
      int from = xAt + j;
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + xStep);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * xStep);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, from + 3 * xStep);
      FloatVector x4 = FloatVector.fromArray(SPECIES, x, from + 4 * xStep);
      FloatVector x5 = FloatVector.fromArray(SPECIES, x, from + 5 * xStep);
      FloatVector evenNear = x2.fma(MINUS_TWO, x4);
      FloatVector oddNear = x1.fma(MINUS_TWO, x3);
      FloatVector evenFar = x2.fma(MINUS_HALF, x4);
      FloatVector oddFar = x1.fma(MINUS_HALF, x3);
      int to = yAt + j;
      x2.fma(MINUS_FIVE_HALVES, x4).add(x0).intoArray(y, to);
      oddNear.fma(NEAR_ALL, evenNear).intoArray(y, to + yStep);
      oddNear.fma(MINUS_NEAR, evenNear).intoArray(y, to + 2 * yStep);
      oddFar.fma(FAR_ALL, evenFar).intoArray(y, to + 3 * yStep);
      oddFar.fma(MINUS_FAR, evenFar).intoArray(y, to + 4 * yStep);
      x3.fma(MINUS_FIVE_HALVES, x5).add(x1).intoArray(y, to + 5 * yStep);
    }
  }

  static void result4(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int bound) {
    for (int j = 0; j < bound; j += LENGTH) {
      int from = xAt + j;
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, from);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, from + xStep);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, from + 2 * xStep);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, from + 3 * xStep);
      FloatVector x4 = FloatVector.fromArray(SPECIES, x, from + 4 * xStep);
      FloatVector x5 = FloatVector.fromArray(SPECIES, x, from + 5 * xStep);
      FloatVector evenNear = x1.add(x2);
      FloatVector oddNear = x1.sub(x2).mul(NEAR_ALL);
      FloatVector evenFar = x3.add(x4);
      FloatVector oddFar = x3.sub(x4).mul(FAR_ALL);
      int to = yAt + j;
      x0.add(evenNear.add(evenFar)).intoArray(y, to);
      oddNear.add(oddFar).intoArray(y, to + yStep);
      evenNear.fma(HALF, evenFar.mul(TWO)).intoArray(y, to + 2 * yStep);
      oddNear.fma(HALF, oddFar.fma(TWO, x5)).intoArray(y, to + 3 * yStep);
    }
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
