package io.resnetc.ir.op;

import java.util.List;

/** Every {@code stride}-th row and column, beginning with the first. */
public record Subsample(int stride) implements Op {
  public Subsample {
    if (stride < 1) {
      throw new ShapeException("stride must be at least 1, not " + stride);
    }
  }

  @Override
  public String name() {
    return "subsample";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.image(name(), operands);
    return Shape.image(x.channels(), (x.height() - 1) / stride + 1, (x.width() - 1) / stride + 1);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
