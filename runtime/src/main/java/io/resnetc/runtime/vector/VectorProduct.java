package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

/** Which register tile multiplies: as many rows as the registers hold, in the number that fits. */
final class VectorProduct {
  /** What the first piece of a row starts from. */
  private static final float[] ZEROS = new float[PANEL];

  /** Fewer rows than that would leave much of a register tile empty. */
  static final int LEAST_ROWS = 4;

  static final int MOST_ROWS = 64;

  private VectorProduct() {}

  /**
   * The tile that needs the least time, of those that {@code rows} rows fill: seven rows where
   * there are 32 registers, as on processors of 16 lanes, else six; the smaller tiles are a little
   * slower a row.
   */
  static int tileRows(int rows) {
    int best = 4;
    double least = 1.25 * padded(rows, 4);
    if (rows >= 6 && 1.03 * padded(rows, 6) < least) {
      best = 6;
      least = 1.03 * padded(rows, 6);
    }
    return Lanes.LENGTH >= 16 && rows >= 7 && padded(rows, 7) <= least ? 7 : best;
  }

  private static int padded(int rows, int tile) {
    return (rows + tile - 1) / tile * tile;
  }

  /** One tile: the pieces of its rows one after another, each going on with the sums. */
  static void tile(
      int tileRows,
      float[] a,
      int aAt,
      int stride,
      int pieces,
      int pieceStep,
      int depth,
      float[] panel,
      int panelAt,
      int width,
      float[] sums,
      int sumsAt) {
    piece(tileRows, ZEROS, 0, 0, a, aAt, stride, depth, panel, panelAt, width, sums, sumsAt);
    for (int piece = 1; piece < pieces; piece++) {
      int x = aAt + piece * pieceStep;
      int w = panelAt + piece * depth * PANEL;
      piece(tileRows, sums, sumsAt, PANEL, a, x, stride, depth, panel, w, width, sums, sumsAt);
    }
  }

  private static void piece(
      int tileRows,
      float[] from,
      int fromAt,
      int fromStride,
      float[] a,
      int aAt,
      int stride,
      int depth,
      float[] panel,
      int panelAt,
      int width,
      float[] sums,
      int sumsAt) {
    boolean narrow = width < Lanes.TILE;
    switch (narrow ? -tileRows : tileRows) {
      case 7 ->
          VectorGemm.sevenRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case 6 ->
          VectorGemm.sixRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case -7 ->
          VectorNarrowGemm.sevenRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case 4 ->
          VectorGemm.fourRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case -6 ->
          VectorNarrowGemm.sixRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case -4 ->
          VectorNarrowGemm.fourRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      default -> throw new IllegalArgumentException("a tile of " + tileRows + " rows");
    }
  }
}
