package io.resnetc.ir.op;

import java.util.List;

/** The channels {@code from}, included, to {@code to}, excluded. */
public record ChannelSlice(int from, int to) implements Op {
  @Override
  public String name() {
    return "channel_slice";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.operand(name(), 1, operands);
    if (from < 0 || to <= from || to > x.channels()) {
      throw new ShapeException("%s has no channels %d to %d".formatted(x, from, to));
    }
    return x.isImage() ? Shape.image(to - from, x.height(), x.width()) : Shape.vector(to - from);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
