package io.resnetc.ir.op;

import java.util.List;

/** The network's input: node 0 of every graph. */
public record Input(String label, Shape shape, ImageInput image) implements Op {
  @Override
  public String name() {
    return "input";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    if (!operands.isEmpty()) {
      throw new ShapeException("input takes no operands");
    }
    return shape;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
