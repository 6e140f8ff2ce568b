package io.resnetc.runtime;

/**
 * What an operator is given for one call: the arena, the views of its operands and result, the
 * number of images in flight, and scratch memory for each share.
 */
public interface Call {
  float[] arena();

  /** Images processed at once; see {@link View} for where each lies. */
  int images();

  /** The first operand. */
  View x();

  /** The second operand (a residual), or null. */
  View z();

  /** The result. May be the same place as {@link #z()}. */
  View y();

  /** Scratch memory of one share, at least {@link Operator#scratch()} floats. */
  float[] scratch(int part);
}
