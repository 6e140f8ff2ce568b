package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/** The walk of a pool over whole feature maps, whose shares are channels. */
abstract class GlobalPool extends KernelOperator {
  GlobalPool(Kernels kernels) {
    super(kernels);
  }

  /** Reduces {@code count} channels of the feature map that begins at {@code from}. */
  abstract void reduce(Call call, int from, int to, int count);

  @Override
  public final long work(View x, View y) {
    return Views.touch(x);
  }

  @Override
  public final void compute(Call call, int part, int parts) {
    View x = call.x();
    int first = Shares.start(x.channels(), part, parts);
    int count = Shares.start(x.channels(), part + 1, parts) - first;
    for (int image = 0; image < call.images(); image++) {
      int from = Views.pixel(x, call.images(), image, 0, 0) + first;
      int to = Views.pixel(call.y(), call.images(), image, 0, 0) + first;
      reduce(call, from, to, count);
    }
  }
}
