package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/** The largest value of each channel; NaN wins. */
public final class GlobalMaxPool extends GlobalPool {
  private GlobalMaxPool(Kernels kernels) {
    super(kernels);
  }

  public static GlobalMaxPool of() {
    return new GlobalMaxPool(first());
  }

  @Override
  GlobalMaxPool on(Kernels other) {
    return new GlobalMaxPool(other);
  }

  @Override
  void reduce(Call call, int from, int to, int count) {
    View x = call.x();
    kernels.max(
        call.arena(),
        from,
        x.height(),
        x.rowStride(),
        x.width(),
        x.channels(),
        call.arena(),
        to,
        count);
  }
}
