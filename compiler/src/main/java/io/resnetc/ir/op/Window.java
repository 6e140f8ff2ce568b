package io.resnetc.ir.op;

/**
 * A sliding window over the rows and columns of a feature map: what convolutions and pools share.
 */
public record Window(
    int kernelHeight,
    int kernelWidth,
    int strideHeight,
    int strideWidth,
    Padding padding,
    int dilationHeight,
    int dilationWidth) {

  public Window {
    if (Math.min(kernelHeight, kernelWidth) < 1
        || Math.min(strideHeight, strideWidth) < 1
        || Math.min(dilationHeight, dilationWidth) < 1) {
      throw new ShapeException("kernel, stride and dilation must be at least 1");
    }
    if (padding.isNegative()) {
      throw new ShapeException("padding must not be negative");
    }
  }

  /** A square window without dilation. */
  public static Window square(int kernel, int stride, int padding) {
    return new Window(kernel, kernel, stride, stride, Padding.all(padding), 1, 1);
  }

  /** Rows of the result; {@code ceil} counts a last window that hangs over the padded edge. */
  public int outputHeight(int height, boolean ceil) {
    return output(
        "rows",
        height,
        kernelHeight,
        strideHeight,
        padding.top(),
        padding.bottom(),
        dilationHeight,
        ceil);
  }

  /** Columns of the result. */
  public int outputWidth(int width, boolean ceil) {
    return output(
        "columns",
        width,
        kernelWidth,
        strideWidth,
        padding.left(),
        padding.right(),
        dilationWidth,
        ceil);
  }

  /** No window of a pool lies wholly in the padding, where there is nothing to pool. */
  void checkPoolPadding() {
    checkReach("rows", Math.max(padding.top(), padding.bottom()), kernelHeight, dilationHeight);
    checkReach("columns", Math.max(padding.left(), padding.right()), kernelWidth, dilationWidth);
  }

  private static void checkReach(String what, int padding, int kernel, int dilation) {
    long extent = (long) dilation * (kernel - 1) + 1;
    if (padding >= extent) {
      throw new ShapeException(
          "padding of %d %s is not less than the %d that the window spans"
              .formatted(padding, what, extent));
    }
  }

  /** PyTorch's rule: a window that would begin in the padding after the image is left out. */
  private static int output(
      String what,
      int size,
      int kernel,
      int stride,
      int before,
      int after,
      int dilation,
      boolean ceil) {
    long extent = (long) dilation * (kernel - 1) + 1;
    long slack = (long) size + before + after - extent;
    if (slack < 0) {
      throw new ShapeException(
          "the kernel spans %d %s, but the padded input has only %d"
              .formatted(extent, what, (long) size + before + after));
    }
    long steps = (ceil ? slack + stride - 1 : slack) / stride;
    if (ceil && steps * stride >= (long) size + before) {
      steps--;
    }
    if (steps >= Integer.MAX_VALUE) {
      throw new ShapeException("the result has more than 2^31 - 1 " + what);
    }
    return (int) steps + 1;
  }
}
