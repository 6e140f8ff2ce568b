package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;

/**
 * The result transform: brings the products of tiles with a panel back, {@code A^T m A}, and stores
 * them with the epilogue. Tiles that reach over the edge are stored to a patch and copied.
 */
final class WinogradResult {
  private static final int PANEL = Kernels.PANEL;

  private final Kernels kernels;
  private final WinogradLayout layout;
  private final float[] bias;
  private final Activation activation;
  private final WinogradTiles tiles;

  WinogradResult(Kernels kernels, WinogradLayout layout, float[] bias, Activation activation) {
    this.kernels = kernels;
    this.layout = layout;
    this.bias = bias;
    this.activation = activation;
    this.tiles = layout.tiles();
  }

  /** Stores outputs of tiles {@code from} to {@code to}, in the order of {@link WinogradTiles}. */
  void store(Call call, int panel, int from, int to, float[] scratch) {
    for (int i = 0; i < TileKind.kinds(); i++) {
      int first = tiles.first(call, i);
      int start = Math.max(from, first) - first;
      int end = Math.min(to, tiles.first(call, i + 1)) - first;
      store(call, panel * PANEL, TileKind.kind(i), start, end, scratch, first - from);
    }
  }

  /** Tiles of a kind, the first of which would be row {@code index} of the products. */
  private void store(
      Call call, int channel, TileKind kind, int from, int to, float[] scratch, int index) {
    View y = call.y();
    int tile = from;
    while (tile < to) {
      int most = Math.min(to - tile, WinogradLayout.RESULT_RUN);
      int run = tiles.run(y, kind, tile, most);
      int image = tiles.image(y, kind, tile);
      int row = tiles.row(y, kind, tile);
      int column = tiles.column(y, kind, tile);
      int rows = Math.min(layout.rows(kind), y.height() - row);
      int columns = Math.min(run * layout.columns(kind), y.width() - column);
      if (rows == layout.rows(kind) && columns == run * layout.columns(kind)) {
        store(call, channel, kind, image, row, column, run, scratch, index + tile);
      } else {
        storePatch(
            call, channel, kind, image, row, column, rows, columns, run, scratch, index + tile);
      }
      tile += run;
    }
  }

  /** Stores a run of tiles that lie inside of the result. */
  private void store(
      Call call,
      int channel,
      TileKind kind,
      int image,
      int row,
      int column,
      int run,
      float[] scratch,
      int index) {
    View y = call.y();
    View z = call.z();
    kernels.winogradResult(
        layout.form(),
        scratch,
        layout.productsAt() + index * PANEL,
        layout.productStep(),
        layout.workAt(),
        run,
        layout.rows(kind),
        layout.columns(kind),
        Math.min(PANEL, y.channels() - channel),
        bias,
        channel,
        z == null ? null : call.arena(),
        z == null ? 0 : Views.pixel(z, call.images(), image, row, column) + channel,
        z == null ? 0 : z.rowStride(),
        call.arena(),
        Views.pixel(y, call.images(), image, row, column) + channel,
        y.rowStride(),
        y.channels(),
        activation);
  }

  /** Stores the {@code rows} and {@code columns} that lie inside. */
  private void storePatch(
      Call call,
      int channel,
      TileKind kind,
      int image,
      int row,
      int column,
      int rows,
      int columns,
      int run,
      float[] scratch,
      int index) {
    View y = call.y();
    View z = call.z();
    int count = Math.min(PANEL, y.channels() - channel);
    int patch = layout.workAt() + layout.resultWork(run);
    int line = run * layout.columns(kind) * PANEL;
    for (int i = 0; i < rows && z != null; i++) {
      int from = Views.pixel(z, call.images(), image, row + i, column) + channel;
      for (int j = 0; j < columns; j++) {
        int to = patch + i * line + j * PANEL;
        System.arraycopy(call.arena(), from + j * z.channels(), scratch, to, count);
      }
    }
    kernels.winogradResult(
        layout.form(),
        scratch,
        layout.productsAt() + index * PANEL,
        layout.productStep(),
        layout.workAt(),
        run,
        layout.rows(kind),
        layout.columns(kind),
        count,
        bias,
        channel,
        z == null ? null : scratch,
        patch,
        line,
        scratch,
        patch,
        line,
        PANEL,
        activation);
    for (int i = 0; i < rows; i++) {
      int to = Views.pixel(y, call.images(), image, row + i, column) + channel;
      for (int j = 0; j < columns; j++) {
        int from = patch + i * line + j * PANEL;
        System.arraycopy(scratch, from, call.arena(), to + j * y.channels(), count);
      }
    }
  }
}
