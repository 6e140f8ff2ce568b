package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import java.util.Arrays;

/** Channels of zeros before the first and after the last. */
public final class ChannelPad implements Operator {
  private final int before;
  private final int after;

  private ChannelPad(int before, int after) {
    this.before = before;
    this.after = after;
  }

  public static ChannelPad of(int before, int after) {
    return new ChannelPad(before, after);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View y = call.y();
    float[] arena = call.arena();
    int channels = call.x().channels();
    int lines = Views.rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int from = Views.pixel(call.x(), call.images(), line / y.height(), line % y.height(), 0);
      int to = Views.pixel(y, call.images(), line / y.height(), line % y.height(), 0);
      for (int column = 0; column < y.width(); column++) {
        int first = to + column * y.channels() + before;
        Arrays.fill(arena, first - before, first, 0);
        System.arraycopy(arena, from + column * channels, arena, first, channels);
        Arrays.fill(arena, first + channels, first + channels + after, 0);
      }
    }
  }
}
