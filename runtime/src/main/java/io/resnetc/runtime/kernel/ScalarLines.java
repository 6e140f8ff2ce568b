package io.resnetc.runtime.kernel;

/**
 * A thread's lines of floats, each an array of its own that begins at index 0: what C2 vectorises
 * without the Vector API. Copying to and from them costs less than a scalar loop.
 */
final class ScalarLines {
  /**
   * Floats of a line; twelve of them are in the first-level cache. So many that the lines of 544
   * that a ResNet-20 has go in one pass.
   */
  static final int LENGTH = 560;

  private static final int COUNT = 6;

  private static final ThreadLocal<ScalarLines> OF_THREAD = new OfThread();

  final float[][] from = ScalarProduct.lines(COUNT, LENGTH);
  final float[][] to = ScalarProduct.lines(COUNT, LENGTH);

  private ScalarLines() {}

  /** A class, because the first lambda of a process takes some milliseconds. */
  private static final class OfThread extends ThreadLocal<ScalarLines> {
    @Override
    protected ScalarLines initialValue() {
      return new ScalarLines();
    }
  }

  static ScalarLines ofThread() {
    return OF_THREAD.get();
  }

  /** Copies {@code lines} lines, {@code step} apart, to {@code from}. */
  void load(float[] x, int xAt, int step, int lines, int count) {
    for (int i = 0; i < lines; i++) {
      System.arraycopy(x, xAt + i * step, from[i], 0, count);
    }
  }

  /** Copies the first lines of {@code to} to where they belong, {@code step} apart. */
  void store(float[] y, int yAt, int step, int lines, int count) {
    for (int i = 0; i < lines; i++) {
      System.arraycopy(to[i], 0, y, yAt + i * step, count);
    }
  }
}
