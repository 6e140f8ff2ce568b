package io.resnetc.runtime.op;

/**
 * Tiles of a Winograd convolution by what is left out of them: the last row of their outputs, the
 * last column, or both. A {@link TileAxis} says which tiles those are. The last output along an
 * axis is the only one that depends on the position at infinity, so that the kinds that need a
 * position are neighbours in this order.
 */
enum TileKind {
  WITHOUT_COLUMN(0, 1),
  FULL(0, 0),
  WITHOUT_ROW(1, 0),
  WITHOUT_BOTH(1, 1);

  private static final TileKind[] ALL = values();

  private final int rowsLess;
  private final int columnsLess;

  TileKind(int rowsLess, int columnsLess) {
    this.rowsLess = rowsLess;
    this.columnsLess = columnsLess;
  }

  /** How many kinds there are. */
  static int kinds() {
    return ALL.length;
  }

  static TileKind kind(int index) {
    return ALL[index];
  }

  /** Rows of outputs that are left out: 0 or 1. */
  int rowsLess() {
    return rowsLess;
  }

  /** Columns of outputs that are left out: 0 or 1. */
  int columnsLess() {
    return columnsLess;
  }
}
