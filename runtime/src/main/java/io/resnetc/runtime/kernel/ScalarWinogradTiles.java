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
      WinogradForm form,
      int rows,
      float[] x,
      int xAt,
      int rowStride,
      int tiles,
      int columns,
      int channels,
      float[] y,
      int yAt,
      int stride,
      int step,
      int workAt) {
    WinogradTransform transform = form.data();
    int side = form.side();
    int line = (columns * (tiles - 1) + side) * channels;
    ScalarWinograd.transform(transform, x, xAt, rowStride, y, workAt, line, line);
    if (line - (side - 1) * channels <= ScalarLines.LENGTH) {
      rows(form, rows, y, workAt, line, tiles, columns, channels, y, yAt, stride, step);
      return;
    }
    for (int tile = 0; tile < tiles; tile++) {
      int from = workAt + columns * tile * channels;
      int to = yAt + tile * stride;
      for (int i = 0; i < rows; i++) {
        ScalarWinograd.transform(transform, y, from, channels, y, to, step, channels);
        from += line;
        to += side * step;
      }
    }
  }

  /**
   * Transforms the rows of all tiles together: at all columns, of which tiles begin at some,
   * because a long loop takes little more time than one over the few channels of a tile.
   */
  private static void rows(
      WinogradForm form,
      int rows,
      float[] x,
      int xAt,
      int line,
      int tiles,
      int columns,
      int channels,
      float[] y,
      int yAt,
      int stride,
      int step) {
    ScalarLines lines = ScalarLines.ofThread();
    int side = form.side();
    int count = line - (side - 1) * channels;
    int to = yAt;
    for (int i = 0; i < rows; i++) {
      lines.load(x, xAt + i * line, channels, side, count);
      ScalarWinograd.transform(form.data(), lines.from, lines.to, count);
      for (int j = 0; j < side; j++) {
        for (int tile = 0; tile < tiles; tile++) {
          System.arraycopy(lines.to[j], columns * tile * channels, y, to + tile * stride, channels);
        }
        to += step;
      }
    }
  }

  /**
   * Transforms lines of {@code width} neighbouring products, and returns where the results begin,
   * {@code [m * m][width]}.
   */
  static int result(
      WinogradForm form, float[] products, int productsAt, int step, int workAt, int width) {
    WinogradTransform transform = form.result();
    int m = form.tile();
    int side = form.side();
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
