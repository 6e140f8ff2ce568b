package io.resnetc.benchmarks;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.platform.KernelChoice;

/**
 * The register tile by itself: rows times one panel of weights, both in the first-level cache.
 *
 * @param rows of the tile
 * @param depth multiply-adds of a sum
 */
record TileCase(int rows, int depth) implements KernelCase {
  @Override
  public String kernel() {
    return "tile";
  }

  @Override
  public String shape() {
    return "%d rows, depth %d".formatted(rows, depth);
  }

  @Override
  public long multiplyAdds() {
    return (long) rows * depth * Kernels.PANEL;
  }

  @Override
  public long bytes() {
    return 4L * (rows * depth + depth * Kernels.PANEL + rows * Kernels.PANEL);
  }

  @Override
  public Tile prepare() {
    float[] a = KernelCase.values(1, rows * depth);
    float[] panel = KernelCase.values(2, depth * Kernels.PANEL);
    return new Tile(this, a, panel, new float[rows * Kernels.PANEL]);
  }

  /**
   * Its operands and result.
   *
   * @param a {@code [rows][depth]}
   * @param panel {@code [depth][PANEL]}
   * @param sums {@code [rows][PANEL]}
   */
  record Tile(TileCase of, float[] a, float[] panel, float[] sums) implements Runnable {
    private static final Kernels KERNELS = KernelChoice.current().steady();

    @Override
    public void run() {
      int depth = of.depth;
      KERNELS.multiply(
          a, 0, depth, of.rows, 1, 0, depth, panel, 0, Kernels.PANEL, null, 0, sums, 0);
    }
  }
}
