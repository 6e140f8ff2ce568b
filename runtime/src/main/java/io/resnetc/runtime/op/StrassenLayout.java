package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.machine.Caches;

/**
 * What lies where in the scratch memory of Strassen's algorithm: four sums of a block's data {@code
 * [sum][pair][half]}, and sums of a run's products with a panel {@code [pair][PANEL]}: three that
 * are kept, and those that are stored next.
 *
 * @param half floats of a quarter: half of the inputs
 * @param block the most pairs of a block
 * @param run the most pairs of a run
 */
record StrassenLayout(int half, int block, int run) {
  /** Floats of a block, data and their sums, beside the panels in the second-level cache. */
  private static final int BLOCK_FLOATS = Caches.current().level2() / 4;

  /** Rows a power of two apart would share few lines of the cache. */
  private static final int SKEW = 16;

  static StrassenLayout of(Kernels kernels, int inputs) {
    int run = run(kernels);
    return new StrassenLayout(inputs / 2, Math.max(run, BLOCK_FLOATS / (4 * inputs)), run);
  }

  /** The most pairs of a run: the sums of three products stay in the first-level cache. */
  static int run(Kernels kernels) {
    return kernels.mostRows();
  }

  /** Floats from the data of one pair to those of the next. */
  int pair() {
    return 4 * half;
  }

  /** Floats from one row of a sum to the next. */
  int stride() {
    return half + SKEW;
  }

  /** Floats from one sum of data to the next. */
  int step() {
    return (block + Kernels.MOST_TILE_ROWS) * stride() + SKEW;
  }

  /** Where the first, second or third kept sums of products lie, or, fourth, the passing ones. */
  int sumsAt(int which) {
    return 4 * step() + which * (run + Kernels.MOST_TILE_ROWS) * Kernels.PANEL;
  }

  int floats() {
    return sumsAt(3) + Kernels.scratch(run);
  }
}
