package io.resnetc.ir.op;

import java.util.List;

/**
 * {@code x} above zero, {@code slope * x} below, with a slope for each channel (He, Zhang, Ren and
 * Sun 2015, "Delving Deep into Rectifiers").
 *
 * @param slope {@code [channels]}, or {@code [1]} for all channels
 */
public record PRelu(ParamExpr slope) implements Op {
  @Override
  public String name() {
    return "prelu";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.operand(name(), 1, operands);
    if (!slope.dims().equals(List.of(1)) && !slope.dims().equals(List.of(x.channels()))) {
      throw new ShapeException("prelu with slopes %s given %s".formatted(slope.dims(), x));
    }
    return x;
  }

  @Override
  public List<ParamExpr> params() {
    return List.of(slope);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
