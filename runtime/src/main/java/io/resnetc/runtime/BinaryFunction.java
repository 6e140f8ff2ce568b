package io.resnetc.runtime;

/** The functions of two numbers that {@link io.resnetc.runtime.op.Binary} applies. */
public enum BinaryFunction {
  ADD,
  MULTIPLY,
  SUBTRACT,
  DIVIDE
}
