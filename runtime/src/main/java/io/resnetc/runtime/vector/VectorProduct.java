package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

/** Which register tile multiplies: as many rows as the registers hold, in the number that fits. */
final class VectorProduct {
  /** What the first piece of a row starts from. */
  static final float[] ZEROS = new float[PANEL];

  static final int MOST_ROWS = 64;

  /** Of tiles that fit equally well the last one: JDK 17 compiles seven rows well in every run. */
  private static final int[] TALL_TILES = Lanes.LENGTH < 16 ? new int[] {6} : new int[] {8, 7};

  /** Fewer rows than that would leave much of a tall tile empty, or take the slower one of four. */
  static final int LEAST_ROWS = TALL_TILES[TALL_TILES.length - 1];

  private VectorProduct() {}

  /**
   * The tile that needs the least time, of those that {@code rows} rows fill: eight or seven rows
   * where there are 32 registers, as on processors of 16 lanes, else six; four are slower a row.
   */
  static int tileRows(int rows) {
    int best = 4;
    double least = 1.25 * padded(rows, 4);
    for (int tile : TALL_TILES) {
      if (rows >= tile && padded(rows, tile) <= least) {
        best = tile;
        least = padded(rows, tile);
      }
    }
    return best;
  }

  private static int padded(int rows, int tile) {
    return (rows + tile - 1) / tile * tile;
  }

  /** As {@link io.resnetc.runtime.kernel.Kernels#multiply}. */
  static void multiply(
      float[] a,
      int aAt,
      int stride,
      int rows,
      int pieces,
      int pieceStep,
      int depth,
      float[] panel,
      int panelAt,
      int width,
      float[] starts,
      int startsAt,
      float[] sums,
      int sumsAt) {
    int tileRows = tileRows(rows);
    float[] from = starts == null ? ZEROS : starts;
    int fromStride = starts == null ? 0 : PANEL;
    for (int row = 0; row < rows; row += tileRows) {
      // The last tile overlaps the one before; its sums come out the same.
      int first = Math.max(0, Math.min(row, rows - tileRows));
      int x = aAt + first * stride;
      int to = sumsAt + first * PANEL;
      int fromAt = starts == null ? 0 : startsAt + first * PANEL;
      for (int j = 0; j < width; j += Lanes.TILE) {
        tile(
            tileRows,
            from,
            fromAt + j,
            fromStride,
            a,
            x,
            stride,
            pieces,
            pieceStep,
            depth,
            panel,
            panelAt + j,
            width,
            sums,
            to + j);
      }
    }
  }

  /**
   * One tile: the pieces of its rows one after another, each going on with the sums; the first from
   * what stands in {@code from}.
   */
  static void tile(
      int tileRows,
      float[] from,
      int fromAt,
      int fromStride,
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
    check(a, panel, tileRows, stride, depth);
    piece(
        tileRows,
        from,
        fromAt,
        fromStride,
        a,
        aAt,
        stride,
        depth,
        panel,
        panelAt,
        width,
        sums,
        sumsAt);
    for (int piece = 1; piece < pieces; piece++) {
      int x = aAt + piece * pieceStep;
      int w = panelAt + piece * depth * PANEL;
      piece(tileRows, sums, sumsAt, PANEL, a, x, stride, depth, panel, w, width, sums, sumsAt);
    }
  }

  /** Refuses what the masks of {@link VectorGemm} would misread. */
  static void check(float[] a, float[] panel, int tileRows, int stride, int depth) {
    if (!isAddressable(a.length, panel.length, tileRows * (long) stride, depth)) {
      throw new IllegalArgumentException(
          "more than register tiles address: arrays of %d and %d floats, rows %d apart, depth %d"
              .formatted(a.length, panel.length, stride, depth));
    }
  }

  /** Whether the masks of {@link VectorGemm} leave every index as it is. */
  private static boolean isAddressable(int floats, int weights, long rows, int depth) {
    return Math.max(floats, weights) <= VectorGemm.LARGE
        && Math.max(rows, depth) <= VectorGemm.SMALL;
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
      case 8 ->
          VectorGemm.eightRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case 7 ->
          VectorGemm.sevenRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case 6 ->
          VectorGemm.sixRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case -8 ->
          VectorNarrowGemm.eightRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case -7 ->
          VectorNarrowGemm.sevenRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case 4 ->
          VectorGemm.fourRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      case -4 ->
          VectorNarrowGemm.fourRows(
              from, fromAt, fromStride, a, aAt, stride, depth, panel, panelAt, sums, sumsAt);
      default -> throw new IllegalArgumentException("a tile of " + tileRows + " rows");
    }
  }
}
