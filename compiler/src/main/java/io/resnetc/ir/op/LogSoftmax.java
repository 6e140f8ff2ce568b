package io.resnetc.ir.op;

import java.util.List;

/** x - log(sum(exp(x))) over the features of a vector. */
public record LogSoftmax() implements Op {
  @Override
  public String name() {
    return "log_softmax";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.operand(name(), 1, operands);
    if (x.isImage()) {
      throw new ShapeException("log_softmax needs a vector, not the feature map " + x);
    }
    return x;
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
