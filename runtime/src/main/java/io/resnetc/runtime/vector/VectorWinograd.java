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
      FloatVector evenNear = x2.fma(all(-2f), x4);
      FloatVector oddNear = x1.fma(all(-2f), x3);
      FloatVector evenFar = x2.fma(all(-0.5f), x4);
      FloatVector oddFar = x1.fma(all(-0.5f), x3);
      int to = yAt + j;
      x2.fma(all(-2.5f), x4).add(x0).intoArray(y, to);
      oddNear.fma(all(NEAR), evenNear).intoArray(y, to + yStep);
      oddNear.fma(all(-NEAR), evenNear).intoArray(y, to + 2 * yStep);
      oddFar.fma(all(FAR), evenFar).intoArray(y, to + 3 * yStep);
      oddFar.fma(all(-FAR), evenFar).intoArray(y, to + 4 * yStep);
      x3.fma(all(-2.5f), x5).add(x1).intoArray(y, to + 5 * yStep);
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
      FloatVector oddNear = x1.sub(x2).mul(all(NEAR));
      FloatVector evenFar = x3.add(x4);
      FloatVector oddFar = x3.sub(x4).mul(all(FAR));
      int to = yAt + j;
      x0.add(evenNear.add(evenFar)).intoArray(y, to);
      oddNear.add(oddFar).intoArray(y, to + yStep);
      evenNear.fma(all(0.5f), evenFar.mul(all(2f))).intoArray(y, to + 2 * yStep);
      oddNear.fma(all(0.5f), oddFar.fma(all(2f), x5)).intoArray(y, to + 3 * yStep);
    }
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
