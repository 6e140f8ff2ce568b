package io.resnetc.ir.op;

import java.util.List;

/** A function of one number, applied to every element. */
public record Pointwise(PointwiseFunction function, List<Double> arguments) implements Op {
  public Pointwise {
    arguments = List.copyOf(arguments);
    if (arguments.size() != function.arguments().size()) {
      throw new IllegalArgumentException(
          "%s takes %s, not %s".formatted(function.text(), function.arguments(), arguments));
    }
  }

  /** A function of its operand alone. */
  public static Pointwise of(PointwiseFunction function, Double... arguments) {
    return new Pointwise(function, List.of(arguments));
  }

  /** The function's value. */
  public double apply(double x) {
    return function.apply(x, argument(0), argument(1));
  }

  private double argument(int index) {
    return index < arguments.size() ? arguments.get(index) : 0;
  }

  @Override
  public String name() {
    return function.text();
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
