package io.resnetc.bind;

import java.util.Optional;

/**
 * A parameter of an operator.
 *
 * @param required whether a call must give it; one that is neither required nor has a default is
 *     decided by the operator
 */
record Param(String name, ArgumentType type, boolean required, Optional<Value> value) {
  static Param required(String name, ArgumentType type) {
    return new Param(name, type, true, Optional.empty());
  }

  static Param optional(String name, ArgumentType type) {
    return new Param(name, type, false, Optional.empty());
  }

  static Param of(String name, ArgumentType type, int value) {
    return new Param(name, type, false, Optional.of(new Value.Int(value)));
  }

  static Param of(String name, ArgumentType type, double value) {
    return new Param(name, type, false, Optional.of(new Value.Real(value)));
  }

  static Param of(String name, ArgumentType type, boolean value) {
    return new Param(name, type, false, Optional.of(new Value.Bool(value)));
  }
}
