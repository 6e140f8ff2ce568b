package io.resnetc.ir.interpret;

import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;

/** Maximum and mean over the windows of one image. */
record Pooling(Window window, Shape in, Shape out) {
  /** What becomes of one window; the channel's plane begins at {@code plane}. */
  private interface Reduction {
    double of(double[] x, int plane, int top, int left);
  }

  /** The largest element of each window inside the image. */
  double[] max(double[] x) {
    return reduce(x, this::largest);
  }

  /** PyTorch's mean: the divisor counts padding or not, but never what lies beyond it. */
  double[] average(double[] x, boolean countPadding) {
    return reduce(x, (values, plane, top, left) -> mean(values, plane, top, left, countPadding));
  }

  private double[] reduce(double[] x, Reduction reduction) {
    double[] result = new double[out.elements()];
    Padding padding = window.padding();
    int next = 0;
    for (int c = 0; c < out.channels(); c++) {
      for (int oy = 0; oy < out.height(); oy++) {
        for (int ox = 0; ox < out.width(); ox++) {
          int top = oy * window.strideHeight() - padding.top();
          int left = ox * window.strideWidth() - padding.left();
          result[next++] = reduction.of(x, c * in.height() * in.width(), top, left);
        }
      }
    }
    return result;
  }

  private double largest(double[] x, int plane, int top, int left) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int ky = 0; ky < window.kernelHeight(); ky++) {
      for (int kx = 0; kx < window.kernelWidth(); kx++) {
        int iy = top + ky * window.dilationHeight();
        int ix = left + kx * window.dilationWidth();
        if (isInside(iy, ix)) {
          largest = Math.max(largest, x[plane + iy * in.width() + ix]);
        }
      }
    }
    return largest;
  }

  private double mean(double[] x, int plane, int top, int left, boolean countPadding) {
    int bottom = Math.min(top + window.kernelHeight(), in.height() + window.padding().bottom());
    int right = Math.min(left + window.kernelWidth(), in.width() + window.padding().right());
    double sum = 0;
    int inside = 0;
    for (int iy = top; iy < bottom; iy++) {
      for (int ix = left; ix < right; ix++) {
        if (isInside(iy, ix)) {
          sum += x[plane + iy * in.width() + ix];
          inside++;
        }
      }
    }
    return sum / (countPadding ? (bottom - top) * (right - left) : inside);
  }

  private boolean isInside(int y, int x) {
    return y >= 0 && y < in.height() && x >= 0 && x < in.width();
  }
}
