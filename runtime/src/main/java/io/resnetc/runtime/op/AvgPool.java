package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;

/** The mean of each window, with PyTorch's rules for the divisor at the edges. */
public final class AvgPool extends WindowPool {
  private final boolean countPadding;

  private AvgPool(Kernels kernels, Window window, boolean countPadding) {
    super(kernels, window);
    this.countPadding = countPadding;
  }

  /**
   * @param countPadding whether padding counts in the divisor; what hangs over the padded edge
   *     never does
   */
  public static AvgPool of(Window window, boolean countPadding) {
    return new AvgPool(first(), window, countPadding);
  }

  @Override
  AvgPool on(Kernels other) {
    return new AvgPool(other, window, countPadding);
  }

  @Override
  void reduce(Call call, int from, int top, int rows, int left, int columns, int to) {
    View x = call.x();
    int tall = window.dilationHeight();
    int wide = window.dilationWidth();
    int counted =
        countPadding
            ? counted(top, tall, window.kernelHeight(), x.height() + window.bottom())
                * counted(left, wide, window.kernelWidth(), x.width() + window.right())
            : rows * columns;
    kernels.mean(
        call.arena(),
        from,
        rows,
        tall * x.rowStride(),
        columns,
        wide * x.channels(),
        counted,
        call.arena(),
        to,
        x.channels());
  }

  /** Taps along one axis in front of the padded end. */
  private static int counted(int start, int dilation, int kernel, int paddedEnd) {
    return Math.min(kernel, (paddedEnd - 1 - start) / dilation + 1);
  }
}
