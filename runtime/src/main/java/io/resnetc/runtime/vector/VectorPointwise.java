package io.resnetc.runtime.vector;

import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import io.resnetc.runtime.Activation;
import jdk.incubator.vector.FloatVector;

/**
 * Kernels that make each element of the result from the operands' elements at its place. Without an
 * activation the clamp is at the infinities: C2 boxes vectors that a branch may or may not replace.
 */
final class VectorPointwise {
  private VectorPointwise() {}

  /** {@code x + bias + z}, clamped. */
  static void addTwo(
      float[] x,
      int xAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int count,
      Activation activation) {
    float low = activation.low();
    float high = activation.high();
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, xAt + i)
          .add(FloatVector.fromArray(SPECIES, bias, biasAt + i))
          .add(FloatVector.fromArray(SPECIES, z, zAt + i))
          .max(FloatVector.broadcast(SPECIES, low))
          .min(FloatVector.broadcast(SPECIES, high))
          .intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = Math.min(Math.max(x[xAt + i] + bias[biasAt + i] + z[zAt + i], low), high);
    }
  }

  /** {@code x + z}, clamped. */
  static void add(
      float[] x,
      int xAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int count,
      Activation activation) {
    float low = activation.low();
    float high = activation.high();
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, xAt + i)
          .add(FloatVector.fromArray(SPECIES, z, zAt + i))
          .max(FloatVector.broadcast(SPECIES, low))
          .min(FloatVector.broadcast(SPECIES, high))
          .intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = Math.min(Math.max(x[xAt + i] + z[zAt + i], low), high);
    }
  }

  /** {@code x * z}, clamped. */
  static void times(
      float[] x,
      int xAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int count,
      Activation activation) {
    float low = activation.low();
    float high = activation.high();
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, xAt + i)
          .mul(FloatVector.fromArray(SPECIES, z, zAt + i))
          .max(FloatVector.broadcast(SPECIES, low))
          .min(FloatVector.broadcast(SPECIES, high))
          .intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = Math.min(Math.max(x[xAt + i] * z[zAt + i], low), high);
    }
  }

  /** {@code fma(x, scale, shift)}, clamped. */
  static void scaleShift(
      float[] x,
      int xAt,
      float[] scale,
      float[] shift,
      float[] y,
      int yAt,
      int count,
      Activation activation) {
    float low = activation.low();
    float high = activation.high();
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector factor = FloatVector.fromArray(SPECIES, scale, i);
      FloatVector.fromArray(SPECIES, x, xAt + i)
          .fma(factor, FloatVector.fromArray(SPECIES, shift, i))
          .max(FloatVector.broadcast(SPECIES, low))
          .min(FloatVector.broadcast(SPECIES, high))
          .intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = Math.min(Math.max(Math.fma(x[xAt + i], scale[i], shift[i]), low), high);
    }
  }

  static void clamp(float[] x, int xAt, float[] y, int yAt, int count, Activation activation) {
    float low = activation.low();
    float high = activation.high();
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, xAt + i)
          .max(FloatVector.broadcast(SPECIES, low))
          .min(FloatVector.broadcast(SPECIES, high))
          .intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = Math.min(Math.max(x[xAt + i], low), high);
    }
  }
}
