package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.WinogradTransform.FAR;
import static io.resnetc.runtime.kernel.WinogradTransform.NEAR;

/**
 * The Winograd transforms without the Vector API, on lines that are arrays of their own. Each takes
 * two or three loops where one would be too large for C2 of JDK 17 to unroll.
 */
final class ScalarWinograd {
  private ScalarWinograd() {}

  /** As {@link Kernels#winograd}. */
  static void transform(
      WinogradTransform transform,
      float[] x,
      int xAt,
      int xStep,
      float[] y,
      int yAt,
      int yStep,
      int count) {
    ScalarLines lines = ScalarLines.ofThread();
    for (int at = 0; at < count; at += ScalarLines.LENGTH) {
      int length = Math.min(ScalarLines.LENGTH, count - at);
      lines.load(x, xAt + at, xStep, transform.inputs(), length);
      transform(transform, lines.from, lines.to, length);
      lines.store(y, yAt + at, yStep, transform.outputs(), length);
    }
  }

  /** Transforms lines. */
  static void transform(WinogradTransform transform, float[][] x, float[][] y, int count) {
    switch (transform) {
      case DATA_3 -> data3(x, y, count);
      case DATA_4 -> data4(x, y, count);
      case DATA_5 -> data5(x, y, count);
      case DATA_6 -> data6(x, y, count);
      case RESULT_2_2 -> result22(x[0], x[1], x[2], y[0], y[1], count);
      case RESULT_2_3 -> result23(x, y, count);
      case RESULT_3_4 -> result34(x, y, count);
      case RESULT_4_2 -> result42(x, y, count);
      case RESULT_4_3 -> result43(x, y, count);
    }
  }

  static void data3(float[][] x, float[][] y, int count) {
    subtract(x[0], x[1], y[0], count);
    System.arraycopy(x[1], 0, y[1], 0, count);
    subtract(x[2], x[1], y[2], count);
  }

  static void subtract(float[] x, float[] z, float[] y, int count) {
    for (int j = 0; j < count; j++) {
      y[j] = x[j] - z[j];
    }
  }

  static void result22(float[] x0, float[] x1, float[] x2, float[] y0, float[] y1, int count) {
    for (int j = 0; j < count; j++) {
      y0[j] = x0[j] + x1[j];
      y1[j] = x1[j] + x2[j];
    }
  }

  static void data4(float[][] x, float[][] y, int count) {
    data4(x[0], x[1], x[2], x[3], y[0], y[1], y[2], y[3], count);
  }

  private static void data4(
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float[] y0,
      float[] y1,
      float[] y2,
      float[] y3,
      int count) {
    for (int j = 0; j < count; j++) {
      y0[j] = x0[j] - x2[j];
      y1[j] = x2[j] + x1[j];
      y2[j] = x2[j] - x1[j];
      y3[j] = x3[j] - x1[j];
    }
  }

  static void result23(float[][] x, float[][] y, int count) {
    result23(x[0], x[1], x[2], x[3], y[0], y[1], count);
  }

  private static void result23(
      float[] x0, float[] x1, float[] x2, float[] x3, float[] y0, float[] y1, int count) {
    for (int j = 0; j < count; j++) {
      y0[j] = x0[j] + (x1[j] + x2[j]);
      y1[j] = x3[j] + (x1[j] - x2[j]);
    }
  }

  static void data5(float[][] x, float[][] y, int count) {
    dataPoints(x[0], x[1], x[2], x[3], -2f, NEAR, y[0], y[1], count);
    dataPoints(x[0], x[1], x[2], x[3], -0.5f, FAR, y[2], y[3], count);
    dataEnds(x[0], x[2], x[4], y[4], count);
  }

  static void data6(float[][] x, float[][] y, int count) {
    dataEnds(x[0], x[2], x[4], y[0], count);
    dataEnds(x[1], x[3], x[5], y[5], count);
    dataPoints(x[1], x[2], x[3], x[4], -2f, NEAR, y[1], y[2], count);
    dataPoints(x[1], x[2], x[3], x[4], -0.5f, FAR, y[3], y[4], count);
  }

  /** The points 0 and infinity. */
  private static void dataEnds(float[] x0, float[] x2, float[] x4, float[] y, int count) {
    for (int j = 0; j < count; j++) {
      y[j] = Math.fma(x2[j], -2.5f, x4[j]) + x0[j];
    }
  }

  /** A point and its negative. */
  private static void dataPoints(
      float[] x1,
      float[] x2,
      float[] x3,
      float[] x4,
      float factor,
      float point,
      float[] positive,
      float[] negative,
      int count) {
    float minusPoint = -point;
    for (int j = 0; j < count; j++) {
      float even = Math.fma(x2[j], factor, x4[j]);
      float odd = Math.fma(x1[j], factor, x3[j]);
      positive[j] = Math.fma(odd, point, even);
      negative[j] = Math.fma(odd, minusPoint, even);
    }
  }

  static void result34(float[][] x, float[][] y, int count) {
    resultEnds(x[0], x[1], x[2], x[3], x[4], x[5], y[0], y[2], count);
    resultMiddle(x[1], x[2], x[3], x[4], y[1], count);
  }

  private static void resultEnds(
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float[] x4,
      float[] x5,
      float[] y0,
      float[] y2,
      int count) {
    for (int j = 0; j < count; j++) {
      float near = x1[j] + x2[j];
      float far = x3[j] + x4[j];
      y0[j] = x0[j] + (near + far);
      y2[j] = Math.fma(near, 0.5f, Math.fma(far, 2f, x5[j]));
    }
  }

  private static void resultMiddle(
      float[] x1, float[] x2, float[] x3, float[] x4, float[] y1, int count) {
    for (int j = 0; j < count; j++) {
      y1[j] = (x1[j] - x2[j]) * NEAR + (x3[j] - x4[j]) * FAR;
    }
  }

  static void result42(float[][] x, float[][] y, int count) {
    resultEven(x[0], x[1], x[2], x[3], y[0], y[2], count);
    resultOdd(x[0], x[1], x[2], x[3], x[4], y[1], y[3], count);
  }

  private static void resultEven(
      float[] x1, float[] x2, float[] x3, float[] x4, float[] y0, float[] y2, int count) {
    for (int j = 0; j < count; j++) {
      float near = x1[j] + x2[j];
      float far = x3[j] + x4[j];
      y0[j] = near + far;
      y2[j] = Math.fma(near, 0.5f, far * 2f);
    }
  }

  static void result43(float[][] x, float[][] y, int count) {
    resultEven(x[0], x[1], x[2], x[3], x[4], y[0], y[2], count);
    resultOdd(x[1], x[2], x[3], x[4], x[5], y[1], y[3], count);
  }

  private static void resultEven(
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float[] x4,
      float[] y0,
      float[] y2,
      int count) {
    for (int j = 0; j < count; j++) {
      float near = x1[j] + x2[j];
      float far = x3[j] + x4[j];
      y0[j] = x0[j] + (near + far);
      y2[j] = Math.fma(near, 0.5f, far * 2f);
    }
  }

  private static void resultOdd(
      float[] x1,
      float[] x2,
      float[] x3,
      float[] x4,
      float[] x5,
      float[] y1,
      float[] y3,
      int count) {
    for (int j = 0; j < count; j++) {
      float near = (x1[j] - x2[j]) * NEAR;
      float far = (x3[j] - x4[j]) * FAR;
      y1[j] = near + far;
      y3[j] = Math.fma(near, 0.5f, Math.fma(far, 2f, x5[j]));
    }
  }
}
