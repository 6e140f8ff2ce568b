package io.resnetc.runtime.kernel;

import java.util.Arrays;

/**
 * Rows times lines of weights, without the Vector API: a lane is an output, and a line has the
 * weights of one input for up to {@link #MOST} outputs. Nothing is laid out anew, neither the rows,
 * whose elements are factors, nor the sums, which are the channels of a pixel; but it takes many
 * outputs, because C2 begins and ends each loop with single steps.
 */
public final class ScalarLineProduct {
  /** Outputs of a line at most: twice four of them and its sums are in the first-level cache. */
  public static final int MOST = 512;

  /** Rows of one product at most, a multiple of four. */
  public static final int MOST_ROWS = 64;

  /** Outputs from which on this is faster than lanes that are rows. */
  public static final int LEAST = 128;

  /** Floats of the sums, and of the lines, that should stay in the first-level cache (48 KiB). */
  private static final int CACHED_FLOATS = 8192;

  private static final ThreadLocal<ScalarLineProduct> OF_THREAD = new OfThread();

  private final int[] rowsAt = new int[MOST_ROWS];
  private float[][] sums = {};

  private ScalarLineProduct() {}

  private static final class OfThread extends ThreadLocal<ScalarLineProduct> {
    @Override
    protected ScalarLineProduct initialValue() {
      return new ScalarLineProduct();
    }
  }

  public static ScalarLineProduct ofThread() {
    return OF_THREAD.get();
  }

  /** Lets the sums of {@code rows} lines begin with +0. */
  public void clear(int sumsAt, int rows, int count) {
    for (int i = 0; i < rows; i++) {
      Arrays.fill(sums[sumsAt + i], 0, count, 0);
    }
  }

  /** Scales {@code rows} lines. */
  public void scale(int sumsAt, int rows, int count, float factor) {
    for (int i = 0; i < rows; i++) {
      scale(sums[sumsAt + i], count, factor);
    }
  }

  private static void scale(float[] line, int count, float factor) {
    for (int j = 0; j < count; j++) {
      line[j] *= factor;
    }
  }

  /** A line of weights: an array of its own, at least as long as asked for. */
  public static float[] line(int count) {
    return ScalarProduct.line(count);
  }

  /** Rows whose sums stay in the first-level cache. */
  public static int rows(int count) {
    return Math.min(MOST_ROWS, CACHED_FLOATS / count / ScalarProduct.SUMS * ScalarProduct.SUMS);
  }

  /** Where each row of a product begins: for the caller to fill, up to a multiple of four rows. */
  public int[] rowsAt() {
    return rowsAt;
  }

  /** Lines for the sums of {@code rows} rows, and up to three more, which this thread keeps. */
  public float[][] sums(int rows) {
    int needed = rows + ScalarProduct.SUMS - 1;
    int old = sums.length;
    if (old < needed) {
      sums = Arrays.copyOf(sums, needed);
      for (int i = old; i < needed; i++) {
        sums[i] = ScalarProduct.line(MOST);
      }
    }
    return sums;
  }

  /**
   * {@code sums[sumsAt + i][j] += sum over p, k of a[rowsAt[i] + p * pieceStep + k] * lines[line +
   * p * depth + k][j]}, each sum going on as one chain in the order of p, then k.
   *
   * @param rows how many
   * @param pieces how many pieces a row has, each {@code pieceStep} after the one before
   * @param depth neighbouring floats of a piece
   * @param count how many {@code j}
   */
  public void multiply(
      float[] a,
      int rows,
      int pieces,
      int pieceStep,
      int depth,
      float[][] lines,
      int line,
      int sumsAt,
      int count) {
    int block = Math.max(4, CACHED_FLOATS / count / 4 * 4);
    for (int piece = 0; piece < pieces; piece++) {
      for (int k = 0; k < depth; k += block) {
        int skip = piece * pieceStep + k;
        int first = line + piece * depth + k;
        int length = Math.min(block, depth - k);
        for (int i = 0; i < rows; i += ScalarProduct.SUMS) {
          add(a, i, skip, lines, first, length, sumsAt + i, count);
        }
      }
    }
  }

  private void add(
      float[] a, int row, int skip, float[][] lines, int line, int depth, int sum, int count) {
    int at0 = rowsAt[row] + skip;
    int at1 = rowsAt[row + 1] + skip;
    int at2 = rowsAt[row + 2] + skip;
    int at3 = rowsAt[row + 3] + skip;
    if (count <= ScalarShortProduct.MOST) {
      ScalarShortProduct.add(a, at0, at1, at2, at3, 1, lines, line, depth, sums, sum, count);
    } else {
      ScalarProduct.add(a, at0, at1, at2, at3, 1, lines, line, depth, sums, sum, count);
    }
  }
}
