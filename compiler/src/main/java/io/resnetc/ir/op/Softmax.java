package io.resnetc.ir.op;

import java.util.List;

/** exp(x) / sum(exp(x)) over the features of a vector. */
public record Softmax() implements Op {
  @Override
  public String name() {
    return "softmax";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.operand(name(), 1, operands);
    if (x.isImage()) {
      throw new ShapeException("softmax needs a vector, not the feature map " + x);
    }
    return x;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
