package io.resnetc.runtime;

/** A sliding window over rows and columns, with the padding on each side. */
public record Window(
    int kernelHeight,
    int kernelWidth,
    int strideHeight,
    int strideWidth,
    int top,
    int left,
    int bottom,
    int right,
    int dilationHeight,
    int dilationWidth) {

  /** A square window without dilation, padded alike on all sides. */
  public static Window square(int kernel, int stride, int padding) {
    return new Window(kernel, kernel, stride, stride, padding, padding, padding, padding, 1, 1);
  }
}
