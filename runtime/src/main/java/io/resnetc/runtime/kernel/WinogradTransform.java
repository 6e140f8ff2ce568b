package io.resnetc.runtime.kernel;

/**
 * The one-dimensional transforms of Winograd's convolutions F(m x m, r x r) (Lavin and Gray 2016,
 * section 4): with both applied to rows and columns, {@code m * m} outputs take {@code (m + r -
 * 1)^2} products. They follow from the points at which the polynomials are evaluated, as many as
 * there are products: 0, 1, -1 and infinity for F(2 x 2, 3 x 3), and 0, {@code NEAR}, {@code
 * -NEAR}, {@code FAR}, {@code -FAR} and infinity for F(4 x 4, 3 x 3) and F(3 x 3, 4 x 4), whose
 * data transform is the same therefore. Points whose product is 1 keep the terms of a sum alike in
 * size: the error is a quarter of that of the usual 1 and 2.
 */
public enum WinogradTransform {
  /** Data of m = 2: the rows of {@code [1 0 -1 0], [0 1 1 0], [0 -1 1 0], [0 -1 0 1]}. */
  DATA_2,

  /** Result of m = 2: the rows of {@code [1 1 1 0], [0 1 -1 1]}. */
  RESULT_2,

  /**
   * Data of m = 3 and of m = 4: the rows of {@code [1 0 -5/2 0 1 0], [0 -2n -2 n 1 0], [0 2n -2 -n
   * 1 0], [0 -f/2 -1/2 f 1 0], [0 f/2 -1/2 -f 1 0], [0 1 0 -5/2 0 1]}, n and f standing for the
   * points.
   */
  DATA_4,

  /** Result of m = 3: the rows of {@code [1 1 1 1 1 0], [0 n -n f -f 0], [0 1/2 1/2 2 2 1]}. */
  RESULT_3,

  /**
   * Result of m = 4: the rows of {@code [1 1 1 1 1 0], [0 n -n f -f 0], [0 1/2 1/2 2 2 0], [0 n/2
   * -n/2 2f -2f 1]}.
   */
  RESULT_4;

  /** The nearer point of m = 3 and m = 4, the root of a half. */
  public static final float NEAR = (float) Math.sqrt(0.5);

  /** The farther point, the root of two. */
  public static final float FAR = (float) Math.sqrt(2);

  /** Inputs of a tile along one axis, {@code m + r - 1}: for 2, 3 and 4 outputs. */
  public static int side(int m) {
    return m == 2 ? 4 : 6;
  }

  static WinogradTransform data(int m) {
    return m == 2 ? DATA_2 : DATA_4;
  }

  static WinogradTransform result(int m) {
    return m == 2 ? RESULT_2 : m == 3 ? RESULT_3 : RESULT_4;
  }
}
