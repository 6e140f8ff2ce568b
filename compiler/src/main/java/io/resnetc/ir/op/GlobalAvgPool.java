package io.resnetc.ir.op;

import java.util.List;

/** The mean of each channel over rows and columns: {@code [C, H, W]} to {@code [C, 1, 1]}. */
public record GlobalAvgPool() implements Op {
  @Override
  public String name() {
    return "global_avg_pool";
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
