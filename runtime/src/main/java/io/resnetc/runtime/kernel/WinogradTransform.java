package io.resnetc.runtime.kernel;

/**
 * The one-dimensional transforms of Winograd's convolutions (Lavin and Gray 2016, section 4), which
 * are applied to rows and columns. They follow from the points at which the polynomials are
 * evaluated, as many as there are products: 0, 1 and infinity for F(2, 2), 0, 1, -1 and infinity
 * for F(2, 3), and 0, {@code NEAR}, {@code -NEAR}, {@code FAR}, {@code -FAR} and infinity for F(4,
 * 3) and F(3, 4), whose data transform is the same therefore. F(4, 2) has these without 0. Points
 * whose product is 1 keep the terms of a sum alike in size: the error is a quarter of that of the
 * usual 1 and 2.
 */
public enum WinogradTransform {
  /** Data at three points: the rows of {@code [1 -1 0], [0 1 0], [0 -1 1]}. */
  DATA_3(3, 3),

  /** Data at four points: the rows of {@code [1 0 -1 0], [0 1 1 0], [0 -1 1 0], [0 -1 0 1]}. */
  DATA_4(4, 4),

  /**
   * Data at five points: the rows of {@code [-2n -2 n 1 0], [2n -2 -n 1 0], [-f/2 -1/2 f 1 0], [f/2
   * -1/2 -f 1 0], [1 0 -5/2 0 1]}, n and f standing for the points.
   */
  DATA_5(5, 5),

  /**
   * Data at six points: the rows of {@code [1 0 -5/2 0 1 0], [0 -2n -2 n 1 0], [0 2n -2 -n 1 0], [0
   * -f/2 -1/2 f 1 0], [0 f/2 -1/2 -f 1 0], [0 1 0 -5/2 0 1]}, n and f standing for the points.
   */
  DATA_6(6, 6),

  /** Result of F(2, 2): the rows of {@code [1 1 0], [0 1 1]}. */
  RESULT_2_2(3, 2),

  /** Result of F(2, 3): the rows of {@code [1 1 1 0], [0 1 -1 1]}. */
  RESULT_2_3(4, 2),

  /** Result of F(3, 4): the rows of {@code [1 1 1 1 1 0], [0 n -n f -f 0], [0 1/2 1/2 2 2 1]}. */
  RESULT_3_4(6, 3),

  /**
   * Result of F(4, 2): the rows of {@code [1 1 1 1 0], [n -n f -f 0], [1/2 1/2 2 2 0], [n/2 -n/2 2f
   * -2f 1]}.
   */
  RESULT_4_2(5, 4),

  /**
   * Result of F(4, 3): the rows of {@code [1 1 1 1 1 0], [0 n -n f -f 0], [0 1/2 1/2 2 2 0], [0 n/2
   * -n/2 2f -2f 1]}.
   */
  RESULT_4_3(6, 4);

  /** The nearer point of six, the root of a half. */
  public static final float NEAR = (float) Math.sqrt(0.5);

  /** The farther point, the root of two. */
  public static final float FAR = (float) Math.sqrt(2);

  private final int inputs;
  private final int outputs;

  WinogradTransform(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }
}
