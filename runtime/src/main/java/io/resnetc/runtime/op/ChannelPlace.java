package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/** One operand of a concatenation: x's channels become y's from a first one on. */
public final class ChannelPlace implements Operator {
  private final int firstChannel;

  private ChannelPlace(int firstChannel) {
    this.firstChannel = firstChannel;
  }

  /** The other channels of {@code y} are left as they are. */
  public static ChannelPlace of(int firstChannel) {
    return new ChannelPlace(firstChannel);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(x);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    Views.copyChannels(call, part, parts, 0, firstChannel, call.x().channels());
  }
}
