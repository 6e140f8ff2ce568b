package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

import java.util.Arrays;

/**
 * Products whose register tiles store the result themselves, where a panel is one tile wide: the
 * tiles of eight and seven rows. The last piece of a row ends with the epilogue.
 */
final class VectorStoredProduct {
  private static final float[] NO_BOUNDS = lows(new float[Lanes.LENGTH], Float.NEGATIVE_INFINITY);

  private VectorStoredProduct() {}

  /** Whether a product has such tiles. */
  static boolean suits(int tileRows, int count) {
    return tileRows >= 7 && count == PANEL && Lanes.TILE == PANEL;
  }

  /**
   * Multiplies and stores. Without a residual, the last tile may overlap the one before; with one,
   * which may lie where the result goes, {@code rows} must be whole tiles.
   */
  static void multiply(
      int tileRows,
      float[] a,
      int aAt,
      int stride,
      int rows,
      int pieces,
      int pieceStep,
      int depth,
      float[] panel,
      int panelAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      int zStride,
      float[] y,
      int yAt,
      int yStride,
      float low,
      float[] sums,
      int sumsAt) {
    VectorProduct.check(a, panel, tileRows, stride, depth);
    float[] lows = lows(low);
    int last = pieces - 1;
    int w = panelAt + last * depth * PANEL;
    for (int row = 0; row < rows; row += tileRows) {
      int first = Math.min(row, rows - tileRows);
      int x = aAt + first * stride;
      float[] from = z == null ? VectorProduct.ZEROS : z;
      int fromAt = z == null ? 0 : zAt + first * zStride;
      int fromStride = z == null ? 0 : zStride;
      if (pieces > 1) {
        VectorProduct.tile(
            tileRows,
            from,
            fromAt,
            fromStride,
            a,
            x,
            stride,
            last,
            pieceStep,
            depth,
            panel,
            panelAt,
            PANEL,
            sums,
            sumsAt);
        from = sums;
        fromAt = sumsAt;
        fromStride = PANEL;
      }
      store(
          tileRows,
          from,
          fromAt,
          fromStride,
          a,
          x + last * pieceStep,
          stride,
          depth,
          panel,
          w,
          bias,
          biasAt,
          lows,
          y,
          yAt + first * yStride,
          yStride);
    }
  }

  private static void store(
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
      float[] bias,
      int biasAt,
      float[] lows,
      float[] y,
      int yAt,
      int yStride) {
    if (tileRows == 8) {
      VectorStoredGemm.eightRows(
          from,
          fromAt,
          fromStride,
          a,
          aAt,
          stride,
          depth,
          panel,
          panelAt,
          bias,
          biasAt,
          lows,
          y,
          yAt,
          yStride);
    } else {
      VectorStoredGemm.sevenRows(
          from,
          fromAt,
          fromStride,
          a,
          aAt,
          stride,
          depth,
          panel,
          panelAt,
          bias,
          biasAt,
          lows,
          y,
          yAt,
          yStride);
    }
  }

  /** A vector of the bound, in memory. */
  private static float[] lows(float low) {
    if (low == 0) {
      return VectorProduct.ZEROS;
    }
    return low == Float.NEGATIVE_INFINITY ? NO_BOUNDS : lows(new float[Lanes.LENGTH], low);
  }

  private static float[] lows(float[] lows, float low) {
    Arrays.fill(lows, low);
    return lows;
  }
}
