package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradTransform;
import io.resnetc.runtime.machine.Caches;

/**
 * What lies where in the scratch memory of a Winograd convolution: the transformed data {@code
 * [position][row][input]}, a tile being a row; the products with one panel {@code
 * [position][row][PANEL]}; and room for transforms that are half done.
 *
 * @param tile outputs of a tile along one axis
 * @param phases strides of the convolution along one axis
 * @param inputs inputs of a position: channels times phases of rows times phases of columns
 * @param stride floats from one row of data to the next
 * @param rows the most tiles of a block, enough for a register tile
 * @param dataRun neighbouring tiles whose data are transformed together
 */
record WinogradLayout(int tile, int phases, int inputs, int stride, int rows, int dataRun) {
  /** Neighbouring tiles whose results are transformed together: about the first-level cache. */
  static final int RESULT_RUN = 6;

  /** Floats of a block that should stay in the second-level cache beside the panels. */
  private static final int BLOCK_FLOATS = Caches.current().level2() / 11 * 8;

  /** Rows beyond which a panel is read seldom enough, unless the product needs more of them. */
  private static final int MAX_ROWS = 56;

  /** Floats of a line of data that is transformed in one direction, six of them in the cache. */
  private static final int LINE_FLOATS = Caches.current().level1() / 9;

  /** Rows and positions a power of two apart would share few lines of the cache. */
  private static final int SKEW = 16;

  static WinogradLayout of(Kernels kernels, int tile, int phases, int inputs) {
    int side = WinogradTransform.side(tile);
    int stride = (inputs + 15) / 16 * 16 + SKEW;
    int fitting = BLOCK_FLOATS / (side * side * (stride + Kernels.PANEL));
    int least = Math.max(Kernels.MOST_TILE_ROWS, kernels.leastRows());
    return of(tile, phases, inputs, Math.max(least, Math.min(MAX_ROWS, fitting)));
  }

  /** For blocks of up to {@code rows} tiles. */
  static WinogradLayout of(int tile, int phases, int inputs, int rows) {
    int stride = (inputs + 15) / 16 * 16 + SKEW;
    int overlap = WinogradTransform.side(tile) - tile;
    int run = Math.max(1, (LINE_FLOATS * phases / inputs - overlap) / tile);
    return new WinogradLayout(tile, phases, inputs, stride, rows, Math.min(run, 8));
  }

  /** Inputs of a tile along one axis. */
  int side() {
    return WinogradTransform.side(tile);
  }

  /** Tiles that cover {@code size} outputs. */
  int tiles(int size) {
    return (size + tile - 1) / tile;
  }

  /**
   * Neighbouring tiles of a line that are transformed together, beginning with one of them: those
   * that lie inside of the {@code width} columns, or the one that reaches over the edge.
   */
  int run(int width, int first, int most) {
    return Math.min(most, Math.max(1, width / tile - first));
  }

  int positions() {
    return side() * side();
  }

  /** Floats from the data of one position to those of the next. */
  int dataStep() {
    return rows * stride + SKEW;
  }

  int productsAt() {
    return positions() * dataStep();
  }

  /** Floats from the products of one position to those of the next. */
  int productStep() {
    return rows * Kernels.PANEL + SKEW;
  }

  int workAt() {
    return productsAt() + positions() * productStep() + Kernels.MOST_TILE_ROWS * Kernels.PANEL;
  }

  /** Floats of one line of {@code run} neighbouring tiles' data. */
  int line(int run) {
    return ((run - 1) * tile + side()) * pixel();
  }

  /** Lines of a run: rows of the input that its tiles see. */
  int lines() {
    return side() * phases;
  }

  /** Floats of a row's neighbouring pixels that are inputs of one position. */
  int pixel() {
    return inputs / phases;
  }

  /** Floats that the data transform of a run needs for halfway results. */
  int dataWork(int run) {
    return side() * line(run) + Kernels.LANES;
  }

  /** Floats that the result transform of a run needs for halfway results. */
  int resultWork(int run) {
    return tile * (side() + tile) * run * Kernels.PANEL;
  }

  /** Halfway results, and a patch at the edge. */
  int floats() {
    int data = dataWork(dataRun) + lines() * line(dataRun);
    int results = resultWork(RESULT_RUN) + tile * tile * RESULT_RUN * Kernels.PANEL;
    return workAt() + Math.max(data, results);
  }
}
