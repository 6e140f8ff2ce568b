package io.resnetc.ir.op;

import java.util.List;

/** max(x, 0), element by element. */
public record Relu() implements Op {
  @Override
  public String name() {
    return "relu";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    return Op.operand(name(), 1, operands);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
