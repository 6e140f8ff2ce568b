package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;

/** The largest value of each window; windows are clipped to the image, and NaN wins. */
public final class MaxPool extends WindowPool {
  private MaxPool(Window window) {
    super(window);
  }

  public static MaxPool of(Window window) {
    return new MaxPool(window);
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
