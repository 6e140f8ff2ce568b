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

  /** Rows of tiles of a kind. */
  int rows(View y, TileKind kind) {
    return TileAxis.tiles(form.tile(), y.height(), kind.rowsLess());
  }

  /** Tiles of a kind in a row. */
  int columns(View y, TileKind kind) {
    return TileAxis.tiles(form.tile(), y.width(), kind.columnsLess());
  }

  /** The first output row of the i-th row of a kind. */
  int row(View y, TileKind kind, int i) {
    return TileAxis.start(form.tile(), y.height(), kind.rowsLess(), i);
  }

  /** The first output column of the i-th tile of a kind in a row. */
  int column(View y, TileKind kind, int i) {
    return TileAxis.start(form.tile(), y.width(), kind.columnsLess(), i);
  }

  /**
   * Neighbouring tiles of a row of a kind that are transformed together, beginning with the i-th:
   * those that lie inside of the result, or one that reaches over its edge.
   */
  int run(View y, TileKind kind, int i, int most) {
    int inside = (y.width() - column(y, kind, i)) / (form.tile() - kind.columnsLess());
    return Math.min(Math.min(most, columns(y, kind) - i), Math.max(1, inside));
  }
}
