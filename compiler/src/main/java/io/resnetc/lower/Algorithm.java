package io.resnetc.lower;

/** How one step is computed. */
public enum Algorithm {
  /** The caller's images, NCHW to NHWC. */
  LAYOUT("layout change"),
  /** Rows of input patches times panels of weights, in register tiles. */
  IM2ROW("register tiles, rows repacked"),
  /** A 1x1 convolution of stride 1: a matrix product on the pixels as they lie. */
  POINTWISE("register tiles, matrix product"),
  /** Some channels a group: panels that hold zeros between the groups. */
  GROUPED("register tiles, block diagonal"),
  /** One channel a group: a lane is a channel. */
  DEPTHWISE("depthwise, a lane a channel"),
  /** A matrix times one vector. */
  MATRIX_VECTOR("matrix times vector"),
  /** One pass over the elements or windows. */
  LOOP("one pass"),
  /** Nothing to do: the result is the operand's memory, read with another shape. */
  ALIAS("none, same memory");

  private final String text;

  Algorithm(String text) {
    this.text = text;
  }

  /** How a bill names it. */
  public String text() {
    return text;
  }
}
