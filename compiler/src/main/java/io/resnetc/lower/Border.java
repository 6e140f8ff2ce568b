package io.resnetc.lower;

import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;

/** Rows and columns of zeros around a feature map in memory. */
public record Border(int top, int left, int bottom, int right) {
  public static final Border NONE = new Border(0, 0, 0, 0);

  /** What a convolution needs around its input so that no window leaves the buffer. */
  static Border neededBy(Conv2d conv, Shape x, Shape y) {
    Window window = conv.window();
    return new Border(
        window.padding().top(),
        window.padding().left(),
        after(
            x.height(),
            y.height(),
            window.strideHeight(),
            window.dilationHeight() * (window.kernelHeight() - 1) + 1,
            window.padding().top()),
        after(
            x.width(),
            y.width(),
            window.strideWidth(),
            window.dilationWidth() * (window.kernelWidth() - 1) + 1,
            window.padding().left()));
  }

  /** How far the last window hangs over: less than the padding where the stride does not fit. */
  private static int after(int size, int steps, int stride, int extent, int before) {
    return Math.max(0, (steps - 1) * stride + extent - before - size);
  }

  /** The smallest border that holds both. */
  Border union(Border other) {
    return new Border(
        Math.max(top, other.top),
        Math.max(left, other.left),
        Math.max(bottom, other.bottom),
        Math.max(right, other.right));
  }
}
