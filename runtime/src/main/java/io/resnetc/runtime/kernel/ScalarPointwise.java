package io.resnetc.runtime.kernel;

import io.resnetc.runtime.Activation;

/** Loops that change a line element by element, in place, as C2 vectorises them. */
final class ScalarPointwise {
  private ScalarPointwise() {}

  static void add(float[] y, float[] x, int count) {
    for (int i = 0; i < count; i++) {
      y[i] += x[i];
    }
  }

  /** {@code sum += x * weight}, fused. */
  static void addProduct(float[] sum, float[] x, float[] weight, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = Math.fma(x[i], weight[i], sum[i]);
    }
  }

  static void max(float[] y, float[] x, int count) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.max(y[i], x[i]);
    }
  }

  static void divide(float[] y, float divisor, int count) {
    for (int i = 0; i < count; i++) {
      y[i] /= divisor;
    }
  }

  static void clamp(float[] y, int count, Activation activation) {
    float low = activation.low();
    float high = activation.high();
    for (int i = 0; i < count; i++) {
      y[i] = Math.min(Math.max(y[i], low), high);
    }
  }
}
