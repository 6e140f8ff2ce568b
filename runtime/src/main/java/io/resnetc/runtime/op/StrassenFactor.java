package io.resnetc.runtime.op;

/**
 * The left factors of Strassen's seven products, in the order that they are computed: quarters of a
 * pair of pixels, or sums of them. With {@code B} for weights, {@code T1 = B12 - B11}, {@code T2 =
 * B22 - T1} and {@code T3 = B22 - B12}, they are multiplied by {@code B11, B21, T2, T1, T3, B21 -
 * T2} and {@code B22}.
 */
enum StrassenFactor {
  A11(false, 0),
  A12(false, 1),
  S2(true, 1),
  S1(true, 0),
  S3(true, 2),
  A22(false, 3),
  S4(true, 3);

  /** How many there are. */
  static final int COUNT = 7;

  private final boolean isSum;
  private final int index;

  StrassenFactor(boolean isSum, int index) {
    this.isSum = isSum;
    this.index = index;
  }

  /** Whether it lies in scratch memory, with the data's sums. */
  boolean isSum() {
    return isSum;
  }

  /** Which of the four quarters, or of the four sums. */
  int index() {
    return index;
  }
}
