package io.resnetc.runtime.kernel;

/** The result transform of Winograd's convolutions on lines that are a tile's products. */
public final class ScalarLineWinograd {
  /** Positions along one axis of the larger tile, and outputs. */
  private static final int SIDE = 6;

  private static final int TILE = 4;

  private static final ThreadLocal<ScalarLineWinograd> OF_THREAD = new OfThread();

  private final float[][] half = new float[TILE * SIDE][];
  private final float[][] results = new float[TILE * TILE][];
  private final float[][] from = new float[SIDE][];
  private final float[][] to = new float[TILE][];

  private ScalarLineWinograd() {
    for (int i = 0; i < half.length; i++) {
      half[i] = ScalarProduct.line(ScalarLineProduct.MOST);
    }
    for (int i = 0; i < results.length; i++) {
      results[i] = ScalarProduct.line(ScalarLineProduct.MOST);
    }
  }

  private static final class OfThread extends ThreadLocal<ScalarLineWinograd> {
    @Override
    protected ScalarLineWinograd initialValue() {
      return new ScalarLineWinograd();
    }
  }

  public static ScalarLineWinograd ofThread() {
    return OF_THREAD.get();
  }

  /**
   * {@code A^T m} of a tile of one line: its {@code tile} outputs, valid until the next call.
   *
   * @param products the line of a position is {@code first + position * step}
   * @param count floats of a line
   */
  public float[][] lineResult(
      WinogradForm form, float[][] products, int first, int step, int count) {
    for (int i = 0; i < form.side(); i++) {
      from[i] = products[first + i * step];
    }
    System.arraycopy(results, 0, to, 0, form.tile());
    ScalarWinograd.transform(form.result(), from, to, count);
    return results;
  }

  /**
   * {@code A^T m A}: lines of the {@code tile * tile} outputs, row by row, valid until the next
   * call.
   *
   * @param products the line of a position is {@code first + position * step}
   * @param count floats of a line
   */
  public float[][] result(WinogradForm form, float[][] products, int first, int step, int count) {
    int tile = form.tile();
    int side = form.side();
    for (int column = 0; column < side; column++) {
      for (int i = 0; i < side; i++) {
        from[i] = products[first + (i * side + column) * step];
      }
      for (int i = 0; i < tile; i++) {
        to[i] = half[i * side + column];
      }
      ScalarWinograd.transform(form.result(), from, to, count);
    }
    for (int row = 0; row < tile; row++) {
      System.arraycopy(half, row * side, from, 0, side);
      System.arraycopy(results, row * tile, to, 0, tile);
      ScalarWinograd.transform(form.result(), from, to, count);
    }
    return results;
  }
}
