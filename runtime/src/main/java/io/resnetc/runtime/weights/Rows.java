package io.resnetc.runtime.weights;

/** Where a tensor's values come from: a file, or another tensor, a few rows at a time. */
interface Rows {
  /**
   * Writes rows {@code from} to {@code to}, one after another, to the beginning of {@code target}.
   */
  void read(int from, int to, float[] target);
}
