package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.machine.Caches;

/**
 * What lies where in the scratch memory of a Winograd convolution: the transformed data of groups
 * of tiles, {@code [group][position][row][input]}, a tile being a row; the products with one panel
 * {@code [position][row of all groups][PANEL]}; and room for transforms that are half done.
 *
 * @param stride floats from one row of data to the next
 * @param groups groups of a block
 * @param groupRows the most tiles of a group, enough for a register tile
 * @param dataRun neighbouring tiles whose data are transformed together
 */
record WinogradLayout(WinogradDomain domain, int stride, int groups, int groupRows, int dataRun) {
  /** Neighbouring tiles whose results are transformed together: about the first-level cache. */
  static final int RESULT_RUN = 6;

  /** Floats of a block that should stay in the second-level cache beside the panels. */
  private static final int BLOCK_FLOATS = Caches.current().level2() / 11 * 8;

  /** Rows beyond which a panel is read seldom enough, unless the product needs more of them. */
  private static final int MAX_ROWS = 56;

  /** Floats of data that are transformed in one direction and should stay in the cache. */
  private static final int DATA_FLOATS = Caches.current().level1() / 3 * 2;

  /** Rows and positions a power of two apart would share few lines of the cache. */
  static final int SKEW = 16;

  static WinogradLayout of(Kernels kernels, WinogradDomain domain) {
    int least = Math.max(Kernels.MOST_TILE_ROWS, kernels.leastRows());
    return of(domain, 1, Math.max(least, Math.min(MAX_ROWS, fitting(domain))));
  }

  /** For blocks of up to {@code groups * groupRows} tiles. */
  static WinogradLayout of(WinogradDomain domain, int groups, int groupRows) {
    int tile = domain.form().tile();
    int overlap = domain.form().side() - tile;
    int pixels = DATA_FLOATS / domain.form().side() / domain.pixel();
    int run = Math.max(1, (pixels - overlap) / tile);
    return new WinogradLayout(domain, stride(domain.inputs()), groups, groupRows, Math.min(run, 8));
  }

  /** For blocks of groups of {@code groupRows} tiles. */
  static WinogradLayout ofGroups(WinogradDomain domain, int groupRows) {
    int rows = Math.min(MAX_ROWS, fitting(domain));
    return of(domain, Math.max(1, rows / groupRows), groupRows);
  }

  /** Tiles whose data stay in the second-level cache. */
  private static int fitting(WinogradDomain domain) {
    return BLOCK_FLOATS / (domain.positions() * (stride(domain.inputs()) + Kernels.PANEL));
  }

  /** Floats from one row of {@code inputs} to the next: whole vectors, and no power of two. */
  static int stride(int inputs) {
    return (inputs + Kernels.LANES - 1) / Kernels.LANES * Kernels.LANES + SKEW;
  }

  WinogradForm form() {
    return domain.form();
  }

  /** Outputs of a tile along one axis. */
  int tile() {
    return domain.form().tile();
  }

  /** The tiles that cover the results. */
  WinogradTiles tiles() {
    return new WinogradTiles(domain.form());
  }

  /** Rows of outputs of a tile of a kind. */
  int rows(TileKind kind) {
    return tile() - kind.rowsLess();
  }

  /** Columns of outputs of a tile of a kind, as far as the next one is from it. */
  int columns(TileKind kind) {
    return tile() - kind.columnsLess();
  }

  /** The most tiles of a block. */
  int rows() {
    return groups * groupRows;
  }

  /** Floats from the data of one position to those of the next. */
  int dataStep() {
    return groupRows * stride + SKEW;
  }

  /** Floats from the data of one group to those of the next. */
  int groupStep() {
    return domain.positions() * dataStep();
  }

  int productsAt() {
    return groups * groupStep();
  }

  /** Floats from the products of one position to those of the next. */
  int productStep() {
    return rows() * Kernels.PANEL + SKEW;
  }

  int workAt() {
    return productsAt()
        + domain.positions() * productStep()
        + Kernels.MOST_TILE_ROWS * Kernels.PANEL;
  }

  /** Floats of one line of {@code run} neighbouring tiles' data. */
  int line(int run, TileKind kind) {
    return ((run - 1) * columns(kind) + domain.form().side()) * domain.pixel();
  }

  /** Lines of a run: rows of the input that its tiles see. */
  int lines() {
    return domain.form().side() * domain.phases().stride();
  }

  /** Floats that the data transform of a run needs for halfway results. */
  int dataWork(int run) {
    return domain.form().side() * line(run, TileKind.FULL) + Kernels.LANES;
  }

  /** Floats that the result transform of a run needs for halfway results. */
  int resultWork(int run) {
    return tile() * (domain.form().side() + tile()) * run * Kernels.PANEL;
  }

  /** Halfway results, and a patch at the edge. */
  int floats() {
    int data = dataWork(dataRun) + lines() * line(dataRun, TileKind.FULL);
    int results = resultWork(RESULT_RUN) + tile() * tile() * RESULT_RUN * Kernels.PANEL;
    return workAt() + Math.max(data, results);
  }
}
