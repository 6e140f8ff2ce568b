package io.resnetc.source;

import io.resnetc.ir.op.Padding;

/** Numbers as the language writes them. */
final class Numbers {
  private Numbers() {}

  /** The shortest decimal that is this number; whole numbers without a point. */
  static String text(double value) {
    boolean whole = value == (int) value && (value != 0 || 1 / value > 0);
    return whole ? Integer.toString((int) value) : Double.toString(value);
  }

  /** Rows and columns; one number where they are equal. */
  static String pair(int rows, int columns) {
    return rows == columns ? Integer.toString(rows) : "[%d, %d]".formatted(rows, columns);
  }

  /** One number for all sides, two for rows and columns, or all four. */
  static String padding(Padding padding) {
    boolean symmetric = padding.top() == padding.bottom() && padding.left() == padding.right();
    return symmetric
        ? pair(padding.top(), padding.left())
        : "[%d, %d, %d, %d]"
            .formatted(padding.top(), padding.left(), padding.bottom(), padding.right());
  }
}
