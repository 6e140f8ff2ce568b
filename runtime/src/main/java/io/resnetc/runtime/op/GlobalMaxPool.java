package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;

/** The largest value of each channel; NaN wins. */
public final class GlobalMaxPool extends GlobalPool {
  private GlobalMaxPool() {}

  public static GlobalMaxPool of() {
    return new GlobalMaxPool();
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
