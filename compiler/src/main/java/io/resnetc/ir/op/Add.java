package io.resnetc.ir.op;

import java.util.List;

/** The sum of two values with the broadcast of {@link Broadcast}, then the activation. */
public record Add(Activation activation) implements Op {
  @Override
  public String name() {
    return "add";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    return Broadcast.infer(name(), operands);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
