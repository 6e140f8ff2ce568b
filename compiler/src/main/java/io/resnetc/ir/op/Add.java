package io.resnetc.ir.op;

import java.util.List;

/** The sum of two values of the same shape, then the activation. */
public record Add(Activation activation) implements Op {
  @Override
  public String name() {
    return "add";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape a = Op.operand(name(), 2, operands);
    Shape b = operands.get(1);
    if (!a.equals(b)) {
      throw new ShapeException("cannot add " + a + " and " + b);
    }
    return a;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
