package io.resnetc.ir.op;

import java.util.List;

/** {@code x * scale + shift} for each channel, then the activation. */
public record ScaleShift(ParamExpr scale, ParamExpr shift, Activation activation) implements Op {
  @Override
  public String name() {
    return "scale_shift";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.operand(name(), 1, operands);
    if (!scale.dims().equals(List.of(x.channels())) || !shift.dims().equals(scale.dims())) {
      throw new ShapeException(
          "scale_shift of %s and %s given %s".formatted(scale.dims(), shift.dims(), x));
    }
    return x;
  }

  @Override
  public List<ParamExpr> params() {
    return List.of(scale, shift);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
