package io.resnetc.ir.op;

import java.util.List;

/** The largest element of each channel: {@code [C, H, W]} to {@code [C, 1, 1]}. */
public record GlobalMaxPool() implements Op {
  @Override
  public String name() {
    return "global_max_pool";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    return Shape.image(Op.image(name(), operands).channels(), 1, 1);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
