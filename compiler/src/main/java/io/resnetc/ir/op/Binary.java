package io.resnetc.ir.op;

import java.util.List;

/** A function of two values, element by element, with the broadcast of {@link Broadcast}. */
public record Binary(BinaryFunction function) implements Op {
  @Override
  public String name() {
    return function.text();
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
