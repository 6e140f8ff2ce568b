package io.resnetc.runtime.kernel;

import java.util.Arrays;

/** Reductions of a window of pixels without the Vector API: each tap is copied to a line. */
final class ScalarWindows {
  private ScalarWindows() {}

  /** As {@link Kernels#depthwise}. */
  static void depthwise(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] weight,
      float[] sums,
      int channels) {
    ScalarLines lines = ScalarLines.ofThread();
    float[] sum = lines.to[0];
    float[] value = lines.from[0];
    float[] factor = lines.from[1];
    for (int at = 0; at < channels; at += ScalarLines.LENGTH) {
      int length = Math.min(ScalarLines.LENGTH, channels - at);
      Arrays.fill(sum, 0, length, 0);
      for (int tap = 0; tap < rows * columns; tap++) {
        int from = xAt + at + tap / columns * rowStride + tap % columns * columnStride;
        System.arraycopy(x, from, value, 0, length);
        System.arraycopy(weight, tap * channels + at, factor, 0, length);
        ScalarPointwise.addProduct(sum, value, factor, length);
      }
      System.arraycopy(sum, 0, sums, at, length);
    }
  }

  /** As {@link Kernels#max}. */
  static void max(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] y,
      int yAt,
      int channels) {
    ScalarLines lines = ScalarLines.ofThread();
    float[] largest = lines.to[0];
    float[] value = lines.from[0];
    for (int at = 0; at < channels; at += ScalarLines.LENGTH) {
      int length = Math.min(ScalarLines.LENGTH, channels - at);
      Arrays.fill(largest, 0, length, Float.NEGATIVE_INFINITY);
      for (int tap = 0; tap < rows * columns; tap++) {
        int from = xAt + at + tap / columns * rowStride + tap % columns * columnStride;
        System.arraycopy(x, from, value, 0, length);
        ScalarPointwise.max(largest, value, length);
      }
      System.arraycopy(largest, 0, y, yAt + at, length);
    }
  }

  /** As {@link Kernels#mean}. */
  static void mean(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float divisor,
      float[] y,
      int yAt,
      int channels) {
    ScalarLines lines = ScalarLines.ofThread();
    float[] sum = lines.to[0];
    float[] value = lines.from[0];
    for (int at = 0; at < channels; at += ScalarLines.LENGTH) {
      int length = Math.min(ScalarLines.LENGTH, channels - at);
      Arrays.fill(sum, 0, length, 0);
      for (int tap = 0; tap < rows * columns; tap++) {
        int from = xAt + at + tap / columns * rowStride + tap % columns * columnStride;
        System.arraycopy(x, from, value, 0, length);
        ScalarPointwise.add(sum, value, length);
      }
      ScalarPointwise.divide(sum, divisor, length);
      System.arraycopy(sum, 0, y, yAt + at, length);
    }
  }
}
