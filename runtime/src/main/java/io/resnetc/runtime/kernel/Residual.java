package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

/** The residual of a convolution as what the sums of a product begin with. */
public final class Residual {
  private Residual() {}

  /** Where the starts of {@code rows} rows lie, behind their sums. */
  public static int startsAt(int rows, int sumsAt) {
    return sumsAt + (rows + Kernels.MOST_TILE_ROWS) * PANEL;
  }

  /**
   * Lays rows of a residual out as starts.
   *
   * @param z rows {@code stride} apart, or null
   * @param count how many floats of a row
   * @param starts rows {@link Kernels#PANEL} apart
   * @return {@code starts}, or null where there is no residual
   */
  public static float[] begin(
      float[] z, int zAt, int stride, int rows, int count, float[] starts, int startsAt) {
    if (z == null) {
      return null;
    }
    for (int row = 0; row < rows; row++) {
      System.arraycopy(z, zAt + row * stride, starts, startsAt + row * PANEL, count);
    }
    return starts;
  }
}
