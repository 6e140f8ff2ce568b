package io.resnetc.bind;

import java.util.List;

/** A function of expressions. */
record Function(Signature signature, Body body) {
  /** Computes the result of arguments of which none is unknown. */
  interface Body {
    /**
     * @throws TypeException when an argument is not of the kind that the function takes
     */
    Value apply(List<Value> arguments) throws TypeException;
  }
}
