package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.platform.KernelChoice;

/** The largest value of each channel; NaN wins. */
public final class GlobalMaxPool implements Operator {
  private final Kernels kernels = KernelChoice.current().kernels();

  private GlobalMaxPool() {}

  public static GlobalMaxPool of() {
    return new GlobalMaxPool();
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(x);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View x = call.x();
    int from = Shares.start(x.channels(), part, parts);
    int count = Shares.start(x.channels(), part + 1, parts) - from;
    for (int image = 0; image < call.images(); image++) {
      kernels.max(
          call.arena(),
          Views.pixel(x, call.images(), image, 0, 0) + from,
          x.height(),
          x.rowStride(),
          x.width(),
          x.channels(),
          call.arena(),
          Views.pixel(call.y(), call.images(), image, 0, 0) + from,
          count);
    }
  }
}
