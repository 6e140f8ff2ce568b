package io.resnetc.ir.op;

import java.util.List;

/** Adds rows and columns of one value; a negative size cuts rows or columns off. */
public record Pad(Padding padding, double value) implements Op {
  @Override
  public String name() {
    return "pad";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.image(name(), operands);
    int height = x.height() + padding.top() + padding.bottom();
    int width = x.width() + padding.left() + padding.right();
    if (height < 1 || width < 1) {
      throw new ShapeException("nothing of %s is left after cutting".formatted(x));
    }
    return Shape.image(x.channels(), height, width);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
