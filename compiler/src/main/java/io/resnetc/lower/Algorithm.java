package io.resnetc.lower;

/** How one step is computed. */
public enum Algorithm {
  /** The caller's images, NCHW to NHWC. */
  LAYOUT("layout", "layout change"),
  /** Patches of the input, where they lie, times panels of weights, in register tiles. */
  DIRECT("direct", "register tiles"),
  /**
   * Winograd's F(2x2, 3x3): 16 products for 4 results (Lavin and Gray 2015). Or F(2x2, 2x2) with 9:
   * a 3x3 kernel of stride 2 is one of 2x2 on the four phases of rows and columns.
   */
  WINOGRAD_2("winograd-2", "Winograd F(2x2, %1$dx%1$d)"),
  /** F(2, 3) along the width only: 12 products for 2 results instead of 18. */
  WINOGRAD_1X2("winograd-1x2", "Winograd F(1x2, %1$dx%1$d)"),
  /** Winograd's F(3x3, 4x4): 36 products for 9 results, such as those of a 7x7 of stride 2. */
  WINOGRAD_3("winograd-3", "Winograd F(3x3, %1$dx%1$d)"),
  /** Winograd's F(4x4, 3x3): 36 products for 16 results. Or F(4x4, 2x2) with 25. */
  WINOGRAD_4("winograd-4", "Winograd F(4x4, %1$dx%1$d)"),
  /** F(4x4, 3x3) by weights that are transformed the second half of the way as they are used. */
  WINOGRAD_4_COMPACT("winograd-4-compact", "Winograd F(4x4, %1$dx%1$d), compact weights"),
  /** A 1x1 convolution of stride 1: a matrix product on the pixels as they lie. */
  POINTWISE("pointwise", "register tiles, matrix product"),
  /**
   * A 1x1 convolution of stride 1 by one level of Strassen's algorithm (1969) in Winograd's
   * variant: 7 products of quarters instead of 8.
   */
  STRASSEN("strassen", "register tiles, Strassen's products"),
  /** Some channels a group: panels that hold zeros between the groups. */
  GROUPED("grouped", "register tiles, block diagonal"),
  /** One channel a group: a lane is a channel. */
  DEPTHWISE("depthwise", "depthwise, a lane a channel"),
  /** A matrix times one vector. */
  MATRIX_VECTOR("matrix-vector", "matrix times vector"),
  /** One pass over the elements or windows. */
  LOOP("loop", "one pass"),
  /** Nothing to do: the result is the operand's memory, read with another shape. */
  ALIAS("none", "none, same memory");

  private final String key;
  private final String text;

  Algorithm(String key, String text) {
    this.key = key;
    this.text = text;
  }

  /** How a command line names it. */
  public String key() {
    return key;
  }

  /**
   * How a bill names it.
   *
   * @param taps kernel rows, and columns, of a convolution's phases
   */
  String text(int taps) {
    return text.formatted(taps);
  }
}
