package io.resnetc.ir.op;

import java.util.List;

/**
 * Deals the channels out over the groups (Zhang et al. 2017, ShuffleNet): channel {@code g * n + i}
 * of {@code groups * n} goes to {@code i * groups + g}.
 */
public record ChannelShuffle(int groups) implements Op {
  @Override
  public String name() {
    return "channel_shuffle";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.image(name(), operands);
    if (x.channels() % groups != 0) {
      throw new ShapeException(
          "%d groups do not divide the %d channels to shuffle".formatted(groups, x.channels()));
    }
    return x;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
