package io.resnetc.ir.interpret;

import io.resnetc.ir.op.ParamExpr;

/** Where the interpreter takes a network's parameters from. */
public interface ParameterSource {
  /** The parameter's values, row-major in its dimensions; not to be changed. */
  double[] values(ParamExpr.Named parameter);
}
