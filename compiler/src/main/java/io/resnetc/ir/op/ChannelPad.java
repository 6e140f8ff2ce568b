package io.resnetc.ir.op;

import java.util.List;

/** Adds channels of zeros before the first and after the last. */
public record ChannelPad(int before, int after) implements Op {
  @Override
  public String name() {
    return "channel_pad";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.image(name(), operands);
    return Shape.image(
        Math.addExact(Math.addExact(before, x.channels()), after), x.height(), x.width());
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
