package io.resnetc.runtime.op;

/** Clips the taps of a window along one axis to the image. */
final class Taps {
  private Taps() {}

  /** How many taps lie before the image when the first is at {@code start}. */
  static int before(int start, int dilation) {
    return start >= 0 ? 0 : (dilation - 1 - start) / dilation;
  }

  /** How many of {@code kernel} taps lie inside an image of {@code size}. */
  static int inside(int start, int dilation, int kernel, int size) {
    int end = Math.min(kernel, start >= size ? 0 : (size - 1 - start) / dilation + 1);
    return Math.max(0, end - before(start, dilation));
  }
}
