package io.resnetc.ir.op;

import java.util.List;

/** Adds channels of zeros before the first and after the last. */
public record ChannelPad(int before, int after) implements Op {
  public ChannelPad {
    if (before < 0 || after < 0) {
      throw new ShapeException("channels to add must not be negative");
    }
  }

  @Override
  public String name() {
    return "channel_pad";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.image(name(), operands);
    long channels = (long) before + x.channels() + after;
    if (channels > Integer.MAX_VALUE) {
      throw new ShapeException("the result has more than 2^31 - 1 channels");
    }
    return Shape.image((int) channels, x.height(), x.width());
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
