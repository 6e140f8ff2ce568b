package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/** Neighbouring channels of x, as many as y has. */
public final class ChannelSlice implements Operator {
  private final int from;

  private ChannelSlice(int from) {
    this.from = from;
  }

  public static ChannelSlice of(int from) {
    return new ChannelSlice(from);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    Views.copyChannels(call, part, parts, from, 0, call.y().channels());
  }
}
