package io.resnetc.ir.op;

import java.util.List;

/** Batch normalisation with its running statistics (Ioffe and Szegedy 2015), as at inference. */
public record BatchNorm(BatchNormParams bn) implements Op {
  @Override
  public String name() {
    return "batch_norm";
  }

  @Override
  public Shape infer(List<Shape> operands) {
    Shape x = Op.operand(name(), 1, operands);
    if (x.channels() != bn.channels()) {
      throw new ShapeException("batch_norm of %d channels given %s".formatted(bn.channels(), x));
    }
    return x;
  }

  @Override
  public List<ParamExpr> params() {
    return List.of(new ParamExpr.Scale(bn), new ParamExpr.Shift(bn));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
