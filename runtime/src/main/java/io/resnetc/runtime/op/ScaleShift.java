package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/** A batch norm that no convolution could take in: {@code y = activation(x * scale + shift)}. */
public final class ScaleShift extends KernelOperator {
  private final float[] scale;
  private final float[] shift;
  private final Activation activation;

  private ScaleShift(Kernels kernels, float[] scale, float[] shift, Activation activation) {
    super(kernels);
    this.scale = scale;
    this.shift = shift;
    this.activation = activation;
  }

  /** Scale and shift have one value for each channel. */
  public static ScaleShift of(Tensor scale, Tensor shift, Activation activation) {
    return new ScaleShift(first(), scale.values(), shift.values(), activation);
  }

  @Override
  ScaleShift on(Kernels other) {
    return new ScaleShift(other, scale, shift, activation);
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
      for (int column = 0; column < y.width(); column++) {
        int at = column * y.channels();
        kernels.scaleShift(
            arena, from + at, scale, shift, arena, to + at, y.channels(), activation);
      }
    }
  }
}
