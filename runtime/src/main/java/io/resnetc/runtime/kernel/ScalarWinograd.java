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
      switch (transform) {
        case DATA_2, RESULT_2 -> lines.load(x, xAt + at, xStep, 4, length);
        case DATA_4, RESULT_3, RESULT_4 -> lines.load(x, xAt + at, xStep, 6, length);
      }
      switch (transform) {
        case DATA_2 -> {
          data2(lines.from, lines.to, length);
          lines.store(y, yAt + at, yStep, 4, length);
        }
        case RESULT_2 -> {
          result2(lines.from, lines.to, length);
          lines.store(y, yAt + at, yStep, 2, length);
        }
        case DATA_4 -> {
          data4(lines.from, lines.to, length);
          lines.store(y, yAt + at, yStep, 6, length);
        }
        case RESULT_3 -> {
          result3(lines.from, lines.to, length);
          lines.store(y, yAt + at, yStep, 3, length);
        }
        case RESULT_4 -> {
          result4(lines.from, lines.to, length);
          lines.store(y, yAt + at, yStep, 4, length);
        }
      }
    }
  }

  /** The data transform of lines for tiles of m outputs. */
  static void data(int m, float[][] x, float[][] y, int count) {
    if (m == 2) {
      data2(x, y, count);
    } else {
      data4(x, y, count);
    }
  }

  private static void data2(float[][] x, float[][] y, int count) {
    data2(x[0], x[1], x[2], x[3], y[0], y[1], y[2], y[3], count);
  }

  private static void data2(
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

  static void result2(float[][] x, float[][] y, int count) {
    result2(x[0], x[1], x[2], x[3], y[0], y[1], count);
  }

  private static void result2(
      float[] x0, float[] x1, float[] x2, float[] x3, float[] y0, float[] y1, int count) {
    for (int j = 0; j < count; j++) {
      y0[j] = x0[j] + (x1[j] + x2[j]);
      y1[j] = x3[j] + (x1[j] - x2[j]);
    }
  }

  private static void data4(float[][] x, float[][] y, int count) {
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

  static void result3(float[][] x, float[][] y, int count) {
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

  static void result4(float[][] x, float[][] y, int count) {
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
