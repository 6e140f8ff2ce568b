package io.resnetc.runtime.kernel;

/**
 * The Winograd transforms of neighbouring tiles without the Vector API. Lines are as long as can
 * be: the outputs of a panel lie side by side for neighbouring tiles, and so do the inputs of all
 * columns, of which neighbouring tiles share two.
 */
final class ScalarWinogradTiles {
  private ScalarWinogradTiles() {}

  /** As {@link Kernels#winogradData}. */
  static void data(
      int m,
      float[] x,
      int xAt,
      int rowStride,
      int columnStride,
      int tiles,
      int channels,
      float[] y,
      int yAt,
      int stride,
      int step,
      int workAt) {
    WinogradTransform transform = m == 2 ? WinogradTransform.DATA_2 : WinogradTransform.DATA_4;
    int columns = m * tiles + 2;
    int line = columns * channels;
    if (channels == columnStride) {
      ScalarWinograd.transform(transform, x, xAt, rowStride, y, workAt, line, line);
    } else {
      for (int column = 0; column < columns; column++) {
        int from = xAt + column * columnStride;
        int to = workAt + column * channels;
        ScalarWinograd.transform(transform, x, from, rowStride, y, to, line, channels);
      }
    }
    for (int tile = 0; tile < tiles; tile++) {
      int from = workAt + m * tile * channels;
      int to = yAt + tile * stride;
      for (int i = 0; i < m + 2; i++) {
        ScalarWinograd.transform(transform, y, from, channels, y, to, step, channels);
        from += line;
        to += (m + 2) * step;
      }
    }
  }

  /**
   * Transforms lines of {@code width} neighbouring products, and returns where the results begin,
   * {@code [m * m][width]}.
   */
  static int result(int m, float[] products, int productsAt, int step, int workAt, int width) {
    WinogradTransform transform = m == 2 ? WinogradTransform.RESULT_2 : WinogradTransform.RESULT_4;
    int side = m + 2;
    for (int j = 0; j < side; j++) {
      int from = productsAt + j * step;
      int to = workAt + j * width;
      ScalarWinograd.transform(
          transform, products, from, side * step, products, to, side * width, width);
    }
    int resultAt = workAt + m * side * width;
    for (int i = 0; i < m; i++) {
      int from = workAt + i * side * width;
      int to = resultAt + i * m * width;
      ScalarWinograd.transform(transform, products, from, width, products, to, width, width);
    }
    return resultAt;
  }
}
