package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

import java.util.Arrays;

/**
 * {@link ScalarGemm} for fewer rows than outputs: a lane is an output. The lines are those of the
 * panel, and the rows, which lie as they are, have the factors.
 */
final class ScalarOutputGemm {
  /** Lines of a block: with the sums in the first-level cache. */
  private static final int BLOCK_DEPTH = 32;

  /** Rows that are computed together. */
  private static final int ROWS = ScalarProduct.SUMS;

  private static final ThreadLocal<ScalarOutputGemm> OF_THREAD = new OfThread();

  private final float[][] lines = ScalarProduct.lines(BLOCK_DEPTH, PANEL);
  private final float[][] sums = ScalarProduct.lines(PANEL, PANEL);

  private ScalarOutputGemm() {}

  private static final class OfThread extends ThreadLocal<ScalarOutputGemm> {
    @Override
    protected ScalarOutputGemm initialValue() {
      return new ScalarOutputGemm();
    }
  }

  static ScalarOutputGemm ofThread() {
    return OF_THREAD.get();
  }

  /** As {@link Kernels#multiply}, for at most {@link Kernels#PANEL} rows. */
  void multiply(
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
    begin(starts, startsAt, rows, width);
    for (int piece = 0; piece < pieces; piece++) {
      int x = aAt + piece * pieceStep;
      addPiece(a, x, stride, rows, depth, panel, panelAt + piece * depth * PANEL, width);
    }
    for (int row = 0; row < rows; row++) {
      System.arraycopy(sums[row], 0, y, yAt + row * PANEL, width);
    }
  }

  private void begin(float[] starts, int startsAt, int rows, int width) {
    for (int row = 0; row < rows; row++) {
      if (starts == null) {
        Arrays.fill(sums[row], 0, width, 0);
      } else {
        System.arraycopy(starts, startsAt + row * PANEL, sums[row], 0, width);
      }
    }
  }

  private void addPiece(
      float[] a, int aAt, int stride, int rows, int depth, float[] panel, int panelAt, int width) {
    for (int k = 0; k < depth; k += BLOCK_DEPTH) {
      int length = Math.min(BLOCK_DEPTH, depth - k);
      for (int i = 0; i < length; i++) {
        System.arraycopy(panel, panelAt + (k + i) * PANEL, lines[i], 0, width);
      }
      // What is left of the last four rows goes to sums that nobody reads.
      int last = aAt + k + (rows - 1) * stride;
      for (int row = 0; row < rows; row += ROWS) {
        int x = aAt + k + row * stride;
        ScalarShortProduct.add(
            a,
            x,
            Math.min(x + stride, last),
            Math.min(x + 2 * stride, last),
            Math.min(x + 3 * stride, last),
            1,
            lines,
            0,
            length,
            sums,
            row,
            width);
      }
    }
  }
}
