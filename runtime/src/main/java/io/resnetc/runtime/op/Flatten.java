package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/** A feature map as one vector in the order channel, row, column. */
public final class Flatten implements Operator {
  private Flatten() {}

  public static Flatten of() {
    return new Flatten();
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View x = call.x();
    int images = call.images();
    int lines = Views.rows(x, images);
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int image = line / x.height();
      int row = line % x.height();
      int to = Views.pixel(call.y(), images, image, 0, 0) + row * x.width();
      for (int column = 0; column < x.width(); column++) {
        copyPixel(call.arena(), Views.pixel(x, images, image, row, column), x, to + column);
      }
    }
  }

  private static void copyPixel(float[] arena, int from, View x, int to) {
    int plane = x.height() * x.width();
    for (int channel = 0; channel < x.channels(); channel++) {
      arena[to + channel * plane] = arena[from + channel];
    }
  }
}
