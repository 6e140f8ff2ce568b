package io.resnetc.ir.interpret;

import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;

/**
 * Cross-correlation of one image: every weight is multiplied with the part of its input plane that
 * it meets, and added to its output plane.
 */
record Convolution(Window window, int groups, Shape in, Shape out) {

  /** {@code result += weight * x}. */
  void accumulate(double[] x, double[] weight, double[] result) {
    int inPerGroup = in.channels() / groups;
    int outPerGroup = out.channels() / groups;
    int next = 0;
    for (int o = 0; o < out.channels(); o++) {
      int firstInput = o / outPerGroup * inPerGroup;
      for (int i = firstInput; i < firstInput + inPerGroup; i++) {
        for (int ky = 0; ky < window.kernelHeight(); ky++) {
          for (int kx = 0; kx < window.kernelWidth(); kx++) {
            addPlane(weight[next++], x, i, ky, kx, result, o);
          }
        }
      }
    }
  }

  /** Adds one weight's products; outside the image the input is zero and adds nothing. */
  private void addPlane(double w, double[] x, int i, int ky, int kx, double[] result, int o) {
    int dy = ky * window.dilationHeight() - window.padding().top();
    int dx = kx * window.dilationWidth() - window.padding().left();
    int firstColumn = firstAtLeast(0, dx, window.strideWidth());
    int endColumn = Math.min(out.width(), firstAtLeast(in.width(), dx, window.strideWidth()));
    for (int oy = 0; oy < out.height(); oy++) {
      int iy = oy * window.strideHeight() + dy;
      if (iy < 0 || iy >= in.height()) {
        continue;
      }
      int outRow = (o * out.height() + oy) * out.width();
      int inRow = (i * in.height() + iy) * in.width() + dx;
      for (int ox = firstColumn; ox < endColumn; ox++) {
        result[outRow + ox] += w * x[inRow + ox * window.strideWidth()];
      }
    }
  }

  /** The smallest output position whose input position {@code o * stride + d} reaches a limit. */
  private static int firstAtLeast(int limit, int d, int stride) {
    return Math.max(0, -Math.floorDiv(d - limit, stride));
  }
}
