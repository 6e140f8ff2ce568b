package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/**
 * Channels interleaved by groups: channel {@code g * n + i}, of {@code n} in each group, becomes
 * channel {@code i * groups + g} (Zhang et al. 2018, "ShuffleNet").
 */
public final class ChannelShuffle implements Operator {
  private final int groups;

  private ChannelShuffle(int groups) {
    this.groups = groups;
  }

  public static ChannelShuffle of(int groups) {
    return new ChannelShuffle(groups);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View y = call.y();
    int lines = Views.rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int from = Views.pixel(call.x(), call.images(), line / y.height(), line % y.height(), 0);
      int to = Views.pixel(y, call.images(), line / y.height(), line % y.height(), 0);
      for (int column = 0; column < y.width(); column++) {
        int at = column * y.channels();
        shufflePixel(call.arena(), from + at, to + at, y.channels() / groups);
      }
    }
  }

  private void shufflePixel(float[] arena, int from, int to, int each) {
    for (int i = 0; i < each; i++) {
      for (int group = 0; group < groups; group++) {
        arena[to + i * groups + group] = arena[from + group * each + i];
      }
    }
  }
}
