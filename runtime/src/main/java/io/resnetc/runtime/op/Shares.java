package io.resnetc.runtime.op;

/** Cuts a range into nearly equal shares. */
final class Shares {
  private Shares() {}

  /** Where share {@code part} begins; share {@code part + 1} begins where it ends. */
  static int start(int total, int part, int parts) {
    return (int) ((long) total * part / parts);
  }

  /**
   * Cuts a share of a table's cells, numbered row by row, into rectangles: rows as a whole, and
   * what it has of a row before and after these.
   *
   * @param cell where a rectangle begins: where the share does, or where the last one ends
   * @param end where the share ends
   * @param row cells of a row
   * @return behind the last cell of the rectangle
   */
  static int rectangle(int cell, int end, int row) {
    int rest = row - cell % row;
    boolean isWhole = rest == row && end - cell >= row;
    return isWhole ? end - end % row : Math.min(end, cell + rest);
  }
}
