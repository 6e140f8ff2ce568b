package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.platform.KernelChoice;

/** The largest value of each window; windows are clipped to the image, and NaN wins. */
public final class MaxPool implements Operator {
  private final Kernels kernels = KernelChoice.current().kernels();
  private final Window window;

  private MaxPool(Window window) {
    this.window = window;
  }

  public static MaxPool of(Window window) {
    return new MaxPool(window);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y) * window.kernelHeight() * window.kernelWidth();
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int lines = Views.rows(call.y(), call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      computeRow(call, line / call.y().height(), line % call.y().height());
    }
  }

  private void computeRow(Call call, int image, int row) {
    View x = call.x();
    View y = call.y();
    int tall = window.dilationHeight();
    int wide = window.dilationWidth();
    int top = row * window.strideHeight() - window.top();
    int skipped = Taps.before(top, tall);
    int rows = Taps.inside(top, tall, window.kernelHeight(), x.height());
    for (int column = 0; column < y.width(); column++) {
      int left = column * window.strideWidth() - window.left();
      int hidden = Taps.before(left, wide);
      kernels.max(
          call.arena(),
          Views.pixel(x, call.images(), image, top + skipped * tall, left + hidden * wide),
          rows,
          tall * x.rowStride(),
          Taps.inside(left, wide, window.kernelWidth(), x.width()),
          wide * x.channels(),
          call.arena(),
          Views.pixel(y, call.images(), image, row, column),
          y.channels());
    }
  }
}
