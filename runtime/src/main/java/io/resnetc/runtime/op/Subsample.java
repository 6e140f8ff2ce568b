package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/** Every {@code stride}-th row and column, beginning with the first. */
public final class Subsample implements Operator {
  private final int stride;

  private Subsample(int stride) {
    this.stride = stride;
  }

  public static Subsample of(int stride) {
    return new Subsample(stride);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View y = call.y();
    int images = call.images();
    int lines = Views.rows(y, images);
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int image = line / y.height();
      int row = line % y.height();
      for (int column = 0; column < y.width(); column++) {
        int from = Views.pixel(call.x(), images, image, row * stride, column * stride);
        int to = Views.pixel(y, images, image, row, column);
        System.arraycopy(call.arena(), from, call.arena(), to, y.channels());
      }
    }
  }
}
