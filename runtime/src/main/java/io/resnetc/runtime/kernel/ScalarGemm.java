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
  static final int BLOCK_ROWS = 128;

  /** Columns of a block. */
  private static final int BLOCK_DEPTH = 32;

  /** Outputs that are computed together. */
  private static final int OUTPUTS = 4;

  private static final ThreadLocal<ScalarGemm> OF_THREAD = new OfThread();

  private final float[][] columns = new float[BLOCK_DEPTH][lanes(BLOCK_ROWS)];
  private final float[][] sums = new float[PANEL][lanes(BLOCK_ROWS)];

  private ScalarGemm() {}

  /** A class, because the first lambda of a process takes some milliseconds. */
  private static final class OfThread extends ThreadLocal<ScalarGemm> {
    @Override
    protected ScalarGemm initialValue() {
      return new ScalarGemm();
    }
  }

  /**
   * Rows rounded up to 4 more than a multiple of 8. C2 begins with single steps, four of them after
   * an array's header, and ends with single steps: more rows take less time.
   */
  private static int lanes(int rows) {
    return (rows + 3) / 8 * 8 + 4;
  }

  /** As {@link Kernels#multiply}. */
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
      float[] y,
      int yAt) {
    if (rows < FEW_ROWS) {
      ScalarRow.multiply(
          a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width, starts, startsAt,
          y, yAt);
      return;
    }
    ScalarGemm gemm = OF_THREAD.get();
    int blocks = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
    for (int block = 0; block < blocks; block++) {
      int from = rows * block / blocks;
      int count = rows * (block + 1) / blocks - from;
      if (starts == null) {
        gemm.clear(lanes(count), width);
      } else {
        gemm.begin(starts, startsAt + from * PANEL, count, width);
      }
      for (int piece = 0; piece < pieces; piece++) {
        int x = aAt + from * stride + piece * pieceStep;
        gemm.addPiece(a, x, stride, count, depth, panel, panelAt + piece * depth * PANEL, width);
      }
      gemm.store(count, width, y, yAt + from * PANEL);
    }
  }

  private void clear(int lanes, int width) {
    for (int j = 0; j < width; j++) {
      Arrays.fill(sums[j], 0, lanes, 0);
    }
  }

  private void begin(float[] starts, int startsAt, int count, int width) {
    for (int j = 0; j < width; j++) {
      float[] sum = sums[j];
      for (int row = 0, from = startsAt + j; row < count; row++, from += PANEL) {
        sum[row] = starts[from];
      }
    }
  }

  private void addPiece(
      float[] a, int aAt, int stride, int count, int depth, float[] panel, int panelAt, int width) {
    int lanes = lanes(count);
    for (int k = 0; k < depth; k += BLOCK_DEPTH) {
      int length = Math.min(BLOCK_DEPTH, depth - k);
      load(a, aAt + k, stride, count, length);
      for (int j = 0; j < width; j += OUTPUTS) {
        int w = panelAt + k * PANEL + j;
        int i = 0;
        for (; i + 1 < length; i += 2) {
          addTwo(i, panel, w + i * PANEL, j, lanes);
        }
        if (i < length) {
          addOne(columns[i], panel, w + i * PANEL, j, lanes);
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

  /** Two columns times four outputs: the largest body that C2 of JDK 17 unrolls for vectors. */
  private void addTwo(int k, float[] panel, int w, int j, int count) {
    addTwo(
        columns[k],
        columns[k + 1],
        panel,
        w,
        sums[j],
        sums[j + 1],
        sums[j + 2],
        sums[j + 3],
        count);
  }

  private static void addTwo(
      float[] first,
      float[] second,
      float[] panel,
      int w,
      float[] sum0,
      float[] sum1,
      float[] sum2,
      float[] sum3,
      int count) {
    float first0 = panel[w];
    float first1 = panel[w + 1];
    float first2 = panel[w + 2];
    float first3 = panel[w + 3];
    float second0 = panel[w + PANEL];
    float second1 = panel[w + PANEL + 1];
    float second2 = panel[w + PANEL + 2];
    float second3 = panel[w + PANEL + 3];
    for (int row = 0; row < count; row++) {
      float x0 = first[row];
      float x1 = second[row];
      sum0[row] = Math.fma(x1, second0, Math.fma(x0, first0, sum0[row]));
      sum1[row] = Math.fma(x1, second1, Math.fma(x0, first1, sum1[row]));
      sum2[row] = Math.fma(x1, second2, Math.fma(x0, first2, sum2[row]));
      sum3[row] = Math.fma(x1, second3, Math.fma(x0, first3, sum3[row]));
    }
  }

  /** The last column of an odd depth. */
  private void addOne(float[] column, float[] panel, int w, int j, int count) {
    for (int i = 0; i < OUTPUTS; i++) {
      float[] sum = sums[j + i];
      float weight = panel[w + i];
      for (int row = 0; row < count; row++) {
        sum[row] = Math.fma(column[row], weight, sum[row]);
      }
    }
  }

  private void store(int count, int width, float[] y, int yAt) {
    for (int j = 0; j < width; j += OUTPUTS) {
      float[] sum0 = sums[j];
      float[] sum1 = sums[j + 1];
      float[] sum2 = sums[j + 2];
      float[] sum3 = sums[j + 3];
      for (int row = 0, to = yAt + j; row < count; row++, to += PANEL) {
        y[to] = sum0[row];
        y[to + 1] = sum1[row];
        y[to + 2] = sum2[row];
        y[to + 3] = sum3[row];
      }
    }
  }
}
