package io.resnetc.ir.op;

import java.util.List;

/** Its operand, unchanged. */
public record Identity() implements Op {
  @Override
  public String name() {
    return "identity";
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
