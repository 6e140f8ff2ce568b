package io.resnetc.bind;

import io.resnetc.ir.op.Op;
import java.util.List;

/** A function of expressions. */
record Function(Signature signature, Body body) {
  /** The graph under construction, for a function that adds to it. */
  @FunctionalInterface
  interface Target {
    Value add(Op op, List<Value.Tensor> operands);
  }

  /** Computes the result of arguments of which none is unknown. */
  interface Body {
    /**
     * Applies the function.
     *
     * @throws TypeException when an argument is not of the kind that the function takes
     */
    Value apply(List<Value> arguments, Target target) throws TypeException;
  }
}
