package io.resnetc.runtime.vector;

import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Kernels that make each element of the result from the operands' elements at its place. */
final class VectorPointwise {
  private VectorPointwise() {}

  static void epilogueRow(
      float[] sums,
      int sumsAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int count,
      boolean relu) {
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector value = FloatVector.fromArray(SPECIES, sums, sumsAt + i);
      value = value.add(FloatVector.fromArray(SPECIES, bias, biasAt + i));
      if (z != null) {
        value = value.add(FloatVector.fromArray(SPECIES, z, zAt + i));
      }
      clamp(value, relu).intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      float value = sums[sumsAt + i] + bias[biasAt + i];
      value = z == null ? value : value + z[zAt + i];
      y[yAt + i] = clamp(value, relu);
    }
  }

  static void add(
      float[] x, int xAt, float[] z, int zAt, float[] y, int yAt, int count, boolean relu) {
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      value = value.add(FloatVector.fromArray(SPECIES, z, zAt + i));
      clamp(value, relu).intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = clamp(x[xAt + i] + z[zAt + i], relu);
    }
  }

  static void scaleShift(
      float[] x,
      int xAt,
      float[] scale,
      float[] shift,
      float[] y,
      int yAt,
      int count,
      boolean relu) {
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      FloatVector factor = FloatVector.fromArray(SPECIES, scale, i);
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      value = value.fma(factor, FloatVector.fromArray(SPECIES, shift, i));
      clamp(value, relu).intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = clamp(Math.fma(x[xAt + i], scale[i], shift[i]), relu);
    }
  }

  static void relu(float[] x, int xAt, float[] y, int yAt, int count) {
    int bound = SPECIES.loopBound(count);
    for (int i = 0; i < bound; i += LENGTH) {
      clamp(FloatVector.fromArray(SPECIES, x, xAt + i), true).intoArray(y, yAt + i);
    }
    for (int i = bound; i < count; i++) {
      y[yAt + i] = clamp(x[xAt + i], true);
    }
  }

  private static FloatVector clamp(FloatVector value, boolean relu) {
    return relu ? value.max(FloatVector.zero(SPECIES)) : value;
  }

  private static float clamp(float value, boolean relu) {
    return relu ? Math.max(value, 0f) : value;
  }
}
