package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The epilogue of whole rows, two vectors wide. Only the lower bound is clamped on the way: an
 * upper one is rare, and costs every network six instructions a vector.
 */
final class VectorEpilogue {
  private VectorEpilogue() {}

  /** {@code max(sums + bias, low)} of rows. */
  static void rows(
      float[] sums,
      int sumsAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      int stride,
      int rows,
      float low) {
    for (int row = 0, from = sumsAt, to = yAt; row < rows; row++, from += PANEL, to += stride) {
      FloatVector.fromArray(SPECIES, sums, from)
          .add(FloatVector.fromArray(SPECIES, bias, biasAt))
          .max(FloatVector.broadcast(SPECIES, low))
          .intoArray(y, to);
      FloatVector.fromArray(SPECIES, sums, from + LENGTH)
          .add(FloatVector.fromArray(SPECIES, bias, biasAt + LENGTH))
          .max(FloatVector.broadcast(SPECIES, low))
          .intoArray(y, to + LENGTH);
    }
  }

  /** {@code max(sums + bias + z, low)} of rows. */
  static void rowsAndResidual(
      float[] sums,
      int sumsAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int stride,
      int rows,
      float low) {
    int toZ = zAt - yAt;
    for (int row = 0, from = sumsAt, to = yAt; row < rows; row++, from += PANEL, to += stride) {
      FloatVector.fromArray(SPECIES, sums, from)
          .add(FloatVector.fromArray(SPECIES, bias, biasAt))
          .add(FloatVector.fromArray(SPECIES, z, to + toZ))
          .max(FloatVector.broadcast(SPECIES, low))
          .intoArray(y, to);
      FloatVector.fromArray(SPECIES, sums, from + LENGTH)
          .add(FloatVector.fromArray(SPECIES, bias, biasAt + LENGTH))
          .add(FloatVector.fromArray(SPECIES, z, to + toZ + LENGTH))
          .max(FloatVector.broadcast(SPECIES, low))
          .intoArray(y, to + LENGTH);
    }
  }
}
