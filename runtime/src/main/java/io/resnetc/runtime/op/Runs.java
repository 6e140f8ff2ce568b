package io.resnetc.runtime.op;

/**
 * Cuts spans of output pixels into runs of whole register tiles, whose sums are stored while they
 * are in the first-level cache. Runs are numbered through all spans; {@code limit} is the most rows
 * of a run.
 */
final class Runs {
  private Runs() {}

  /**
   * The most rows of a run, at most {@code most} and more than half of it, with which {@code parts}
   * shares of {@code spans} spans have as many runs each, or {@code most} where there is none.
   */
  static int limit(int spans, int span, int tile, int most, int parts) {
    for (int limit = most / tile * tile; limit > most / 2; limit -= tile) {
      if (spans * each(span, tile, limit) % parts == 0) {
        return limit;
      }
    }
    return most;
  }

  /** How many runs a span has. */
  static int each(int span, int tile, int limit) {
    int most = limit / tile;
    return (tiles(span, tile) + most - 1) / most;
  }

  /** The most pixels of a run. */
  static int most(int span, int tile, int limit) {
    int each = each(span, tile, limit);
    return Math.min(span, (tiles(span, tile) + each - 1) / each * tile);
  }

  /** The first pixel of a run; the next run's is where it ends. */
  static int start(int run, int span, int tile, int limit) {
    int each = each(span, tile, limit);
    int within = Shares.start(tiles(span, tile), run % each, each) * tile;
    return run / each * span + within;
  }

  private static int tiles(int span, int tile) {
    return (span + tile - 1) / tile;
  }
}
