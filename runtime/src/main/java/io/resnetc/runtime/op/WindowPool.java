package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;

/** The walk of a pool: every window, clipped to the image. */
abstract class WindowPool extends KernelOperator {
  final Window window;

  WindowPool(Kernels kernels, Window window) {
    super(kernels);
    this.window = window;
  }

  /**
   * Reduces a window to one pixel.
   *
   * @param from where its first tap inside the image lies in the arena
   * @param top the row of its first tap, perhaps in front of the image
   * @param rows how many rows of taps lie inside
   * @param left the column of its first tap
   * @param columns how many columns of taps lie inside
   * @param to where the pixel lies
   */
  abstract void reduce(Call call, int from, int top, int rows, int left, int columns, int to);

  @Override
  public final long work(View x, View y) {
    return Views.touch(y) * window.kernelHeight() * window.kernelWidth();
  }

  @Override
  public final void compute(Call call, int part, int parts) {
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
      int columns = Taps.inside(left, wide, window.kernelWidth(), x.width());
      int from = Views.pixel(x, call.images(), image, top + skipped * tall, left + hidden * wide);
      int to = Views.pixel(y, call.images(), image, row, column);
      reduce(call, from, top, rows, left, columns, to);
    }
  }
}
