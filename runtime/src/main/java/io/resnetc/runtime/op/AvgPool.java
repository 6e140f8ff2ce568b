package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.platform.KernelChoice;

/** The mean of each window, with PyTorch's rules for the divisor at the edges. */
public final class AvgPool implements Operator {
  private final Kernels kernels = KernelChoice.current().kernels();
  private final Window window;
  private final boolean countPadding;

  private AvgPool(Window window, boolean countPadding) {
    this.window = window;
    this.countPadding = countPadding;
  }

  /**
   * @param countPadding whether padding counts in the divisor; what hangs over the padded edge
   *     never does
   */
  public static AvgPool of(Window window, boolean countPadding) {
    return new AvgPool(window, countPadding);
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
    int counted = counted(rows, top, tall, window.kernelHeight(), x.height() + window.bottom());
    for (int column = 0; column < y.width(); column++) {
      int left = column * window.strideWidth() - window.left();
      int hidden = Taps.before(left, wide);
      int columns = Taps.inside(left, wide, window.kernelWidth(), x.width());
      int paddedWidth = x.width() + window.right();
      kernels.mean(
          call.arena(),
          Views.pixel(x, call.images(), image, top + skipped * tall, left + hidden * wide),
          rows,
          tall * x.rowStride(),
          columns,
          wide * x.channels(),
          counted * counted(columns, left, wide, window.kernelWidth(), paddedWidth),
          call.arena(),
          Views.pixel(y, call.images(), image, row, column),
          y.channels());
    }
  }

  /** Taps that count along one axis: all in front of the padded end, or those inside the image. */
  private int counted(int inside, int start, int dilation, int kernel, int paddedEnd) {
    return countPadding ? Math.min(kernel, (paddedEnd - 1 - start) / dilation + 1) : inside;
  }
}
