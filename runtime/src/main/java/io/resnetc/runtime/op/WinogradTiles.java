package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.WinogradForm;

/**
 * The tiles of all images of a call, in the order of {@link TileKind}: so those that are multiplied
 * at a position are neighbours. Those of a kind are in the order of images, rows and columns.
 */
record WinogradTiles(WinogradForm form) {
  int count(Call call) {
    return first(call, TileKind.kinds());
  }

  /** The first tile of a kind; that of the next kind is where it ends. */
  int first(Call call, int kind) {
    int high = TileAxis.tiles(form.tile(), call.y().height());
    int wide = TileAxis.tiles(form.tile(), call.y().width());
    int fullRows = TileAxis.full(form.tile(), call.y().height());
    int fullColumns = TileAxis.full(form.tile(), call.y().width());
    int first =
        switch (kind) {
          case 0 -> 0;
          case 1 -> fullRows * (wide - fullColumns);
          case 2 -> fullRows * wide;
          case 3 -> fullRows * wide + (high - fullRows) * fullColumns;
          default -> high * wide;
        };
    return call.images() * first;
  }

  /** The first tile that is multiplied at a position. */
  int from(Call call, int position) {
    return first(call, isLast(position % form.side()) ? TileKind.FULL.ordinal() : 0);
  }

  /** Behind the last tile that is multiplied at a position. */
  int to(Call call, int position) {
    if (isLast(position / form.side())) {
      return first(call, TileKind.WITHOUT_ROW.ordinal());
    }
    return first(
        call, isLast(position % form.side()) ? TileKind.WITHOUT_BOTH.ordinal() : TileKind.kinds());
  }

  private boolean isLast(int i) {
    return i == form.side() - 1;
  }

  /** The image of a tile of a kind, counted from the first of the kind. */
  int image(View y, TileKind kind, int tile) {
    return tile / columns(y, kind) / rows(y, kind);
  }

  /** Its first output row. */
  int row(View y, TileKind kind, int tile) {
    int i = tile / columns(y, kind) % rows(y, kind);
    return TileAxis.start(form.tile(), y.height(), kind.rowsLess(), i);
  }

  /** Its first output column. */
  int column(View y, TileKind kind, int tile) {
    int i = tile % columns(y, kind);
    return TileAxis.start(form.tile(), y.width(), kind.columnsLess(), i);
  }

  /**
   * Neighbouring tiles of a row that are transformed together, beginning with this one: those that
   * lie inside of the result, or one that reaches over its edge.
   */
  int run(View y, TileKind kind, int tile, int most) {
    int columns = columns(y, kind);
    int inside = (y.width() - column(y, kind, tile)) / (form.tile() - kind.columnsLess());
    return Math.min(Math.min(most, columns - tile % columns), Math.max(1, inside));
  }

  /** Rows of tiles of a kind in an image. */
  private int rows(View y, TileKind kind) {
    return TileAxis.tiles(form.tile(), y.height(), kind.rowsLess());
  }

  /** Tiles of a kind in a row. */
  private int columns(View y, TileKind kind) {
    return TileAxis.tiles(form.tile(), y.width(), kind.columnsLess());
  }
}
