package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.BinaryFunction;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/**
 * {@code y = activation(function(x, z))}, element by element. An operand of one pixel stands for
 * every pixel of the other: each value for all of its channel.
 */
public final class Binary extends KernelOperator {
  private final BinaryFunction function;
  private final Activation activation;

  private Binary(Kernels kernels, BinaryFunction function, Activation activation) {
    super(kernels);
    this.function = function;
    this.activation = activation;
  }

  public static Binary of(BinaryFunction function, Activation activation) {
    return new Binary(first(), function, activation);
  }

  @Override
  Binary on(Kernels other) {
    return new Binary(other, function, activation);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View y = call.y();
    boolean alike = !spread(call.x(), y) && !spread(call.z(), y);
    int lines = Views.rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int image = line / y.height();
      int row = line % y.height();
      if (alike) {
        compute(call, image, row, 0, y.width() * y.channels());
      } else {
        for (int column = 0; column < y.width(); column++) {
          compute(call, image, row, column, y.channels());
        }
      }
    }
  }

  private static boolean spread(View operand, View y) {
    return operand.height() != y.height() || operand.width() != y.width();
  }

  /** {@code count} neighbouring elements, from a pixel on. */
  private void compute(Call call, int image, int row, int column, int count) {
    float[] arena = call.arena();
    int x = pixel(call, call.x(), image, row, column);
    int z = pixel(call, call.z(), image, row, column);
    int y = Views.pixel(call.y(), call.images(), image, row, column);
    switch (function) {
      case ADD -> kernels.add(arena, x, arena, z, arena, y, count, activation);
      case MULTIPLY -> kernels.times(arena, x, arena, z, arena, y, count, activation);
      case SUBTRACT -> subtract(arena, x, z, y, count);
      case DIVIDE -> divide(arena, x, z, y, count);
    }
  }

  private static int pixel(Call call, View operand, int image, int row, int column) {
    return spread(operand, call.y())
        ? Views.pixel(operand, call.images(), image, 0, 0)
        : Views.pixel(operand, call.images(), image, row, column);
  }

  private void subtract(float[] arena, int x, int z, int y, int count) {
    for (int i = 0; i < count; i++) {
      arena[y + i] = arena[x + i] - arena[z + i];
    }
    kernels.clamp(arena, y, arena, y, count, activation);
  }

  private void divide(float[] arena, int x, int z, int y, int count) {
    for (int i = 0; i < count; i++) {
      arena[y + i] = arena[x + i] / arena[z + i];
    }
    kernels.clamp(arena, y, arena, y, count, activation);
  }
}
