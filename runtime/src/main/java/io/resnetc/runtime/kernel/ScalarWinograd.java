package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.WinogradTransform.FAR;
import static io.resnetc.runtime.kernel.WinogradTransform.NEAR;

/** The Winograd transforms without the Vector API. */
final class ScalarWinograd {
  private ScalarWinograd() {}

  static void data2(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int count) {
    for (int j = 0; j < count; j++) {
      int from = xAt + j;
      float x0 = x[from];
      float x1 = x[from + xStep];
      float x2 = x[from + 2 * xStep];
      float x3 = x[from + 3 * xStep];
      int to = yAt + j;
      y[to] = x0 - x2;
      y[to + yStep] = x2 + x1;
      y[to + 2 * yStep] = x2 - x1;
      y[to + 3 * yStep] = x3 - x1;
    }
  }

  static void result2(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int count) {
    for (int j = 0; j < count; j++) {
      int from = xAt + j;
      float x0 = x[from];
      float x1 = x[from + xStep];
      float x2 = x[from + 2 * xStep];
      float x3 = x[from + 3 * xStep];
      int to = yAt + j;
      y[to] = x0 + (x1 + x2);
      y[to + yStep] = x3 + (x1 - x2);
    }
  }

  static void data4(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int count) {
    for (int j = 0; j < count; j++) {
      int from = xAt + j;
      float x0 = x[from];
      float x1 = x[from + xStep];
      float x2 = x[from + 2 * xStep];
      float x3 = x[from + 3 * xStep];
      float x4 = x[from + 4 * xStep];
      float x5 = x[from + 5 * xStep];
      float evenNear = Math.fma(x2, -2f, x4);
      float oddNear = Math.fma(x1, -2f, x3);
      float evenFar = Math.fma(x2, -0.5f, x4);
      float oddFar = Math.fma(x1, -0.5f, x3);
      int to = yAt + j;
      y[to] = Math.fma(x2, -2.5f, x4) + x0;
      y[to + yStep] = Math.fma(oddNear, NEAR, evenNear);
      y[to + 2 * yStep] = Math.fma(oddNear, -NEAR, evenNear);
      y[to + 3 * yStep] = Math.fma(oddFar, FAR, evenFar);
      y[to + 4 * yStep] = Math.fma(oddFar, -FAR, evenFar);
      y[to + 5 * yStep] = Math.fma(x3, -2.5f, x5) + x1;
    }
  }

  static void result4(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int count) {
    for (int j = 0; j < count; j++) {
      int from = xAt + j;
      float x1 = x[from + xStep];
      float x2 = x[from + 2 * xStep];
      float x3 = x[from + 3 * xStep];
      float x4 = x[from + 4 * xStep];
      float evenNear = x1 + x2;
      float oddNear = (x1 - x2) * NEAR;
      float evenFar = x3 + x4;
      float oddFar = (x3 - x4) * FAR;
      int to = yAt + j;
      y[to] = x[from] + (evenNear + evenFar);
      y[to + yStep] = oddNear + oddFar;
      y[to + 2 * yStep] = Math.fma(evenNear, 0.5f, evenFar * 2f);
      y[to + 3 * yStep] = Math.fma(oddNear, 0.5f, Math.fma(oddFar, 2f, x[from + 5 * xStep]));
    }
  }
}
