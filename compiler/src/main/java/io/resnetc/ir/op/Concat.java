package io.resnetc.ir.op;

import java.util.List;

/** Its operands' channels, one operand after the other. */
public record Concat() implements Op {
  @Override
  public String name() {
    return "concat";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    if (operands.isEmpty()) {
      throw new ShapeException("concat takes at least one operand");
    }
    Shape first = operands.get(0);
    int channels = 0;
    for (Shape shape : operands) {
      if (shape.isImage() != first.isImage()
          || shape.height() != first.height()
          || shape.width() != first.width()) {
        throw new ShapeException("cannot concatenate the channels of " + first + " and " + shape);
      }
      channels = Math.addExact(channels, shape.channels());
    }
    return first.isImage()
        ? Shape.image(channels, first.height(), first.width())
        : Shape.vector(channels);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
