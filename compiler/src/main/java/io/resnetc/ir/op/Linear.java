package io.resnetc.ir.op;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code weight * x + bias}, then the activation.
 *
 * @param weight {@code [out, in]}
 * @param bias {@code [out]}
 */
public record Linear(ParamExpr weight, Optional<ParamExpr> bias, Activation activation)
    implements Op {

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.operand(name(), 1, operands);
    if (x.isImage()) {
      throw new ShapeException("linear needs a vector, not the feature map " + x);
    }
    if (weight.dims().size() != 2 || weight.dims().get(1) != x.channels()) {
      throw new ShapeException("linear with a weight %s given %s".formatted(weight.dims(), x));
    }
    if (bias.isPresent() && !bias.get().dims().equals(weight.dims().subList(0, 1))) {
      throw new ShapeException(
          "linear with a weight %s and a bias %s".formatted(weight.dims(), bias.get().dims()));
    }
    return Shape.vector(weight.dims().get(0));
  }

  @Override
  public long multiplyAdds(List<Shape> operands) {
    return (long) weight.dims().get(0) * weight.dims().get(1);
  }

  @Override
  public List<ParamExpr> params() {
    return Stream.concat(Stream.of(weight), bias.stream()).toList();
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
