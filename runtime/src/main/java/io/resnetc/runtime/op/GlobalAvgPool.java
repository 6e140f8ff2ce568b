package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;

/** The mean of each channel. */
public final class GlobalAvgPool extends GlobalPool {
  private GlobalAvgPool() {}

  public static GlobalAvgPool of() {
    return new GlobalAvgPool();
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
