package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/** The mean of each channel. */
public final class GlobalAvgPool extends GlobalPool {
  private GlobalAvgPool(Kernels kernels) {
    super(kernels);
  }

  public static GlobalAvgPool of() {
    return new GlobalAvgPool(first());
  }

  @Override
  GlobalAvgPool on(Kernels other) {
    return new GlobalAvgPool(other);
  }

  @Override
  void reduce(Call call, int from, int to, int count) {
    View x = call.x();
    kernels.mean(
        call.arena(),
        from,
        x.height(),
        x.rowStride(),
        x.width(),
        x.channels(),
        x.height() * x.width(),
        call.arena(),
        to,
        count);
  }
}
