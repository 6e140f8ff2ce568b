package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;

/** The largest value of each window; windows are clipped to the image, and NaN wins. */
public final class MaxPool extends WindowPool {
  private MaxPool(Kernels kernels, Window window) {
    super(kernels, window);
  }

  public static MaxPool of(Window window) {
    return new MaxPool(first(), window);
  }

  @Override
  MaxPool on(Kernels other) {
    return new MaxPool(other, window);
  }

  @Override
  void reduce(Call call, int from, int top, int rows, int left, int columns, int to) {
    View x = call.x();
    kernels.max(
        call.arena(),
        from,
        rows,
        window.dilationHeight() * x.rowStride(),
        columns,
        window.dilationWidth() * x.channels(),
        call.arena(),
        to,
        x.channels());
  }
}
