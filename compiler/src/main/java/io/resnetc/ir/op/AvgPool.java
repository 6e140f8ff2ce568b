package io.resnetc.ir.op;

import java.util.List;

/**
 * The mean of each window. {@code countPadding}: whether padding counts as zeros in the divisor, as
 * PyTorch count_include_pad.
 */
public record AvgPool(Window window, boolean ceil, boolean countPadding) implements Op {
  @Override
  public String name() {
    return "avg_pool";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.image(name(), operands);
    window.checkPoolPadding();
    if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
      throw new ShapeException("avg_pool has no dilation");
    }
    return Shape.image(
        x.channels(), window.outputHeight(x.height(), ceil), window.outputWidth(x.width(), ceil));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
