package io.resnetc.runtime.op;

/**
 * How tiles of some outputs cover an axis: by as few as can be. The outputs that these have too
 * many are left out of the last tiles, one of each: 14 are 4 + 4 + 3 + 3, which takes fewer
 * products than 4 + 4 + 4 + 2 would.
 */
final class TileAxis {
  private TileAxis() {}

  static int tiles(int tile, int size) {
    return (size + tile - 1) / tile;
  }

  /** Tiles with all their outputs, the first ones. */
  static int full(int tile, int size) {
    int tiles = tiles(tile, size);
    return Math.max(0, tiles - (tiles * tile - size));
  }

  /** Tiles with all their outputs, or those with one less. */
  static int tiles(int tile, int size, int less) {
    int full = full(tile, size);
    return less == 0 ? full : tiles(tile, size) - full;
  }

  /** The first output of the i-th of the tiles with all outputs, or of those with one less. */
  static int start(int tile, int size, int less, int i) {
    return less == 0 ? i * tile : full(tile, size) * tile + i * (tile - 1);
  }
}
