package io.resnetc.runtime.kernel;

import static io.resnetc.runtime.kernel.Kernels.PANEL;

import io.resnetc.runtime.Activation;

/** The epilogue without the Vector API: rows of a panel are joined to lines, and taken apart. */
final class ScalarEpilogue {
  private static final int ROWS = ScalarLines.LENGTH / PANEL;

  private ScalarEpilogue() {}

  /** As {@link Kernels#epilogue}. */
  static void store(
      float[] sums,
      int sumsAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int stride,
      int rows,
      int count,
      Activation activation) {
    ScalarLines lines = ScalarLines.ofThread();
    if (rows == 1) {
      for (int at = 0; at < count; at += ScalarLines.LENGTH) {
        int length = Math.min(ScalarLines.LENGTH, count - at);
        System.arraycopy(bias, biasAt + at, lines.from[1], 0, length);
        int residual = zAt + at;
        store(lines, sums, sumsAt + at, z, residual, y, yAt + at, 0, 1, length, activation);
      }
      return;
    }
    for (int i = 0; i < Math.min(rows, ROWS); i++) {
      System.arraycopy(bias, biasAt, lines.from[1], i * PANEL, count);
    }
    for (int row = 0; row < rows; row += ROWS) {
      int block = Math.min(ROWS, rows - row);
      int from = sumsAt + row * PANEL;
      int skip = row * stride;
      store(lines, sums, from, z, zAt + skip, y, yAt + skip, stride, block, count, activation);
    }
  }

  /** Stores as many rows as a line holds, whose bias lies there. */
  private static void store(
      ScalarLines lines,
      float[] sums,
      int sumsAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int stride,
      int rows,
      int count,
      Activation activation) {
    float[] sum = lines.from[0];
    float[] residual = lines.from[2];
    int floats = (rows - 1) * PANEL + count;
    System.arraycopy(sums, sumsAt, sum, 0, floats);
    ScalarPointwise.add(sum, lines.from[1], floats);
    if (z != null) {
      for (int i = 0; i < rows; i++) {
        System.arraycopy(z, zAt + i * stride, residual, i * PANEL, count);
      }
      ScalarPointwise.add(sum, residual, floats);
    }
    ScalarPointwise.clamp(sum, floats, activation);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(sum, i * PANEL, y, yAt + i * stride, count);
    }
  }
}
