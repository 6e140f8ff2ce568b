package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/** {@code y = max(x, 0)}, where no layer before it could take it in. */
public final class Relu extends KernelOperator {
  private Relu(Kernels kernels) {
    super(kernels);
  }

  public static Relu of() {
    return new Relu(first());
  }

  @Override
  Relu on(Kernels other) {
    return new Relu(other);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View y = call.y();
    float[] arena = call.arena();
    int lines = Views.rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int from = Views.pixel(call.x(), call.images(), line / y.height(), line % y.height(), 0);
      int to = Views.pixel(y, call.images(), line / y.height(), line % y.height(), 0);
      kernels.clamp(arena, from, arena, to, y.width() * y.channels(), Activation.RELU);
    }
  }
}
