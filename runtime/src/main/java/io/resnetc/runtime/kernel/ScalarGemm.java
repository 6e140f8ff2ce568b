package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

import java.util.Arrays;

/**
 * The matrix product without the Vector API, on loops that C2 vectorises by itself: a lane is a row
 * of the left factor. Blocks of it are laid out in columns, one array each, and so are the sums,
 * because C2 must see that what a loop writes is not what it reads next: it does where all arrays
 * have the same index, and not where each has an offset of its own.
 */
final class ScalarGemm {
  /** Rows of a tile. */
  static final int ROWS = 4;

  /** Rows below which loops over rows are too short for vectors. */
  private static final int FEW_ROWS = 8;

  /** Rows of a block: with its sums in the first-level cache. */
  static final int BLOCK_ROWS = 256;

  /** Columns of a block. */
  private static final int BLOCK_DEPTH = 32;

  /** Outputs that are computed together. */
  private static final int OUTPUTS = ScalarProduct.SUMS;

  private static final ThreadLocal<ScalarGemm> OF_THREAD = new OfThread();

  private final float[][] columns = ScalarProduct.lines(BLOCK_DEPTH, BLOCK_ROWS);
  private final float[][] sums = ScalarProduct.lines(PANEL, BLOCK_ROWS);

  private ScalarGemm() {}

  /** A class, because the first lambda of a process takes some milliseconds. */
  private static final class OfThread extends ThreadLocal<ScalarGemm> {
    @Override
    protected ScalarGemm initialValue() {
      return new ScalarGemm();
    }
  }

  /**
   * As {@link Kernels#multiply}.
   *
   * @param mostShort the most rows that the loop for short lines takes
   */
  static void multiply(
      int mostShort,
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
      float[] y,
      int yAt) {
    if (rows < FEW_ROWS) {
      ScalarRow.multiply(
          a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width, starts, startsAt,
          y, yAt);
    } else if (rows < width) {
      ScalarOutputGemm.ofThread()
          .multiply(
              a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width, starts,
              startsAt, y, yAt);
    } else {
      OF_THREAD
          .get()
          .multiplyRows(
              mostShort, a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width,
              starts, startsAt, y, yAt);
    }
  }

  private void multiplyRows(
      int mostShort,
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
      float[] y,
      int yAt) {
    int blocks = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
    for (int block = 0; block < blocks; block++) {
      int from = rows * block / blocks;
      int count = rows * (block + 1) / blocks - from;
      if (starts == null) {
        clear(count, width);
      } else {
        begin(starts, startsAt + from * PANEL, count, width);
      }
      for (int piece = 0; piece < pieces; piece++) {
        int x = aAt + from * stride + piece * pieceStep;
        addPiece(
            mostShort, a, x, stride, count, depth, panel, panelAt + piece * depth * PANEL, width);
      }
      store(count, width, y, yAt + from * PANEL);
    }
  }

  private void clear(int count, int width) {
    for (int j = 0; j < width; j++) {
      Arrays.fill(sums[j], 0, count, 0);
    }
  }

  private void begin(float[] starts, int startsAt, int count, int width) {
    for (int j = 0; j < width; j++) {
      beginOne(starts, startsAt + j, sums[j], count);
    }
  }

  private static void beginOne(float[] starts, int startsAt, float[] sum, int count) {
    for (int row = 0, from = startsAt; row < count; row++, from += PANEL) {
      sum[row] = starts[from];
    }
  }

  private void addPiece(
      int mostShort,
      float[] a,
      int aAt,
      int stride,
      int count,
      int depth,
      float[] panel,
      int panelAt,
      int width) {
    for (int k = 0; k < depth; k += BLOCK_DEPTH) {
      int length = Math.min(BLOCK_DEPTH, depth - k);
      load(a, aAt + k, stride, count, length);
      for (int j = 0; j < width; j += OUTPUTS) {
        int w = panelAt + k * PANEL + j;
        if (count <= mostShort) {
          ScalarShortProduct.add(
              panel, w, w + 1, w + 2, w + 3, PANEL, columns, 0, length, sums, j, count);
        } else {
          ScalarProduct.add(
              panel, w, w + 1, w + 2, w + 3, PANEL, columns, 0, length, sums, j, count);
        }
      }
    }
  }

  /** Lays out rows as columns. */
  private void load(float[] a, int aAt, int stride, int count, int length) {
    int k = 0;
    for (; k + 3 < length; k += 4) {
      loadFour(a, aAt + k, stride, count, k);
    }
    for (; k < length; k++) {
      float[] column = columns[k];
      for (int row = 0, x = aAt + k; row < count; row++, x += stride) {
        column[row] = a[x];
      }
    }
  }

  private void loadFour(float[] a, int aAt, int stride, int count, int k) {
    float[] column0 = columns[k];
    float[] column1 = columns[k + 1];
    float[] column2 = columns[k + 2];
    float[] column3 = columns[k + 3];
    for (int row = 0, x = aAt; row < count; row++, x += stride) {
      column0[row] = a[x];
      column1[row] = a[x + 1];
      column2[row] = a[x + 2];
      column3[row] = a[x + 3];
    }
  }

  private void store(int count, int width, float[] y, int yAt) {
    for (int j = 0; j < width; j += OUTPUTS) {
      storeFour(sums[j], sums[j + 1], sums[j + 2], sums[j + 3], y, yAt + j, count);
    }
  }

  private static void storeFour(
      float[] sum0, float[] sum1, float[] sum2, float[] sum3, float[] y, int yAt, int count) {
    for (int row = 0, to = yAt; row < count; row++, to += PANEL) {
      y[to] = sum0[row];
      y[to + 1] = sum1[row];
      y[to + 2] = sum2[row];
      y[to + 3] = sum3[row];
    }
  }
}
