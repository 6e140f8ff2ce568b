package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/** The sum of two feature maps of one shape: {@code y = activation(x + z)}. */
public final class Add extends KernelOperator {
  private final Activation activation;

  private Add(Kernels kernels, Activation activation) {
    super(kernels);
    this.activation = activation;
  }

  public static Add of(Activation activation) {
    return new Add(first(), activation);
  }

  @Override
  Add on(Kernels other) {
    return new Add(other, activation);
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
      int image = line / y.height();
      int row = line % y.height();
      int from = Views.pixel(call.x(), call.images(), image, row, 0);
      int other = Views.pixel(call.z(), call.images(), image, row, 0);
      int to = Views.pixel(y, call.images(), image, row, 0);
      kernels.add(arena, from, arena, other, arena, to, y.width() * y.channels(), activation);
    }
  }
}
