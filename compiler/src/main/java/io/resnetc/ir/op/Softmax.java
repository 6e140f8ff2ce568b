package io.resnetc.ir.op;

import java.util.List;

/**
 * {@code exp(x) / sum(exp(x))} over the features of a vector, or over the channels of each pixel.
 *
 * @param logarithm whether to give the logarithms, {@code x - log(sum(exp(x)))}
 */
public record Softmax(boolean logarithm) implements Op {
  @Override
  public String name() {
    return logarithm ? "log_softmax" : "softmax";
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
