package io.resnetc.ir.op;

import java.util.List;

/** A feature map as one vector, in the order channel, row, column; a vector stays as it is. */
public record Flatten() implements Op {
  @Override
  public String name() {
    return "flatten";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    return Shape.vector(Op.operand(name(), 1, operands).elements());
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
