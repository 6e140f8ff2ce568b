package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import io.resnetc.runtime.Activation;
import jdk.incubator.vector.FloatVector;

/**
 * The epilogue of whole rows, two vectors wide. Only the lower bound is clamped on the way: an
 * upper one is rare, and costs every network six instructions a vector.
 */
final class VectorEpilogue {
  private VectorEpilogue() {}

  /** As {@link io.resnetc.runtime.kernel.Kernels#epilogue}. */
  static void store(
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
      int count,
      Activation activation) {
    if (count != PANEL) {
      part(sums, sumsAt, bias, biasAt, z, zAt, y, yAt, stride, rows, count, activation);
      return;
    }
    float low = activation.low();
    for (int j = 0; j < PANEL; j += Lanes.TILE) {
      int from = sumsAt + j;
      int to = yAt + j;
      if (z == null) {
        rows(sums, from, bias, biasAt + j, y, to, stride, rows, low);
      } else {
        rowsAndResidual(sums, from, bias, biasAt + j, z, zAt + j, y, to, stride, rows, low);
      }
    }
    if (activation.isBoundedAbove()) {
      clamp(y, yAt, stride, rows, activation);
    }
  }

  /** Clamps whole rows of a panel's outputs. */
  static void clamp(float[] y, int yAt, int stride, int rows, Activation activation) {
    for (int row = 0; row < rows; row++) {
      int at = yAt + row * stride;
      VectorPointwise.clamp(y, at, y, at, PANEL, activation);
    }
  }

  /** Rows that are not as long as a panel. */
  private static void part(
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
      int count,
      Activation activation) {
    for (int row = 0; row < rows; row++) {
      int from = sumsAt + row * PANEL;
      int to = yAt + row * stride;
      if (z == null) {
        VectorPointwise.add(sums, from, bias, biasAt, y, to, count, activation);
      } else {
        int residual = zAt + row * stride;
        VectorPointwise.addTwo(sums, from, bias, biasAt, z, residual, y, to, count, activation);
      }
    }
  }

  /** {@code max(sums + bias, low)} of rows. */
  private static void rows(
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
  private static void rowsAndResidual(
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
