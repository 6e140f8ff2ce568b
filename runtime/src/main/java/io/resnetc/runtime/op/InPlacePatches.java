package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;

/**
 * Patches read where they lie: each kernel row is one piece of memory, and neighbouring pixels are
 * a stride apart. Nothing is copied (after the indirect convolution of Dukhan 2019, without the
 * indirection).
 */
final class InPlacePatches implements Patches {
  private final Kernels kernels;
  private final Window window;

  InPlacePatches(Kernels kernels, Window window) {
    this.kernels = kernels;
    this.window = window;
  }

  /** Whether kernel rows are whole pieces of memory, and spans long enough. */
  boolean suits(Call call, Segment segment) {
    boolean wholeRows =
        window.kernelWidth() == 1
            || window.dilationWidth() == 1 && segment.inputs() == call.x().channels();
    return wholeRows && span(call) >= kernels.leastRows();
  }

  @Override
  public int span(Call call) {
    View y = call.y();
    return isPixelByPixel(call.x()) ? call.images() * y.height() * y.width() : y.width();
  }

  /** Whether the rows of the product are the pixels of all images as they lie. */
  private boolean isPixelByPixel(View x) {
    return window.kernelHeight() == 1
        && window.kernelWidth() == 1
        && window.strideHeight() == 1
        && window.strideWidth() == 1
        && window.top() + window.left() + window.bottom() + window.right() == 0
        && x.size() == x.height() * x.width() * x.channels();
  }

  @Override
  public void prepare(Call call, Segment segment, int from, int to, float[] scratch) {
    // They lie there.
  }

  @Override
  public void multiply(
      Call call,
      Segment segment,
      int panelAt,
      int width,
      int start,
      int pixel,
      int rows,
      float[] scratch,
      int sumsAt) {
    View x = call.x();
    int line = pixel / call.y().width();
    int top = line % call.y().height() * window.strideHeight() - window.top();
    int left = pixel % call.y().width() * window.strideWidth() - window.left();
    kernels.multiply(
        call.arena(),
        Views.pixel(x, call.images(), line / call.y().height(), top, left) + segment.inputStart(),
        window.strideWidth() * x.channels(),
        rows,
        window.kernelHeight(),
        window.dilationHeight() * x.rowStride(),
        window.kernelWidth() * segment.inputs(),
        segment.panels(),
        panelAt,
        width,
        scratch,
        sumsAt);
  }
}
