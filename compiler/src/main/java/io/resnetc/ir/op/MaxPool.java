package io.resnetc.ir.op;

import java.util.List;

/** The largest element of each window; padding never wins. */
public record MaxPool(Window window, boolean ceil) implements Op {
  @Override
  public String name() {
    return "max_pool";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.image(name(), operands);
    window.checkPoolPadding();
    return Shape.image(
        x.channels(), window.outputHeight(x.height(), ceil), window.outputWidth(x.width(), ceil));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
