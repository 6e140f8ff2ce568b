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

  WinogradResult(Kernels kernels, WinogradLayout layout, float[] bias, Activation activation) {
    this.kernels = kernels;
    this.layout = layout;
    this.bias = bias;
    this.activation = activation;
  }

  /** Stores outputs of tiles {@code from} to {@code to}, counted over all images. */
  void store(Call call, int panel, int from, int to, float[] scratch) {
    View y = call.y();
    int wide = layout.tiles(y.width());
    int high = layout.tiles(y.height());
    int channel = panel * PANEL;
    int tile = from;
    while (tile < to) {
      int image = tile / wide / high;
      int row = tile / wide % high * layout.tile();
      int column = tile % wide * layout.tile();
      int most = Math.min(to - tile, WinogradLayout.RESULT_RUN);
      int run = layout.run(y.width(), tile % wide, most);
      int rows = Math.min(layout.tile(), y.height() - row);
      int columns = Math.min(run * layout.tile(), y.width() - column);
      if (rows == layout.tile() && columns == run * layout.tile()) {
        store(call, channel, image, row, column, run, tile - from, scratch);
      } else {
        storePatch(call, channel, image, row, column, rows, columns, tile - from, scratch);
      }
      tile += run;
    }
  }

  /** Stores a run of tiles that lie inside of the result. */
  private void store(
      Call call, int channel, int image, int row, int column, int run, int index, float[] scratch) {
    View y = call.y();
    View z = call.z();
    kernels.winogradResult(
        layout.form(),
        scratch,
        layout.productsAt() + index * PANEL,
        layout.productStep(),
        layout.workAt(),
        run,
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
      int image,
      int row,
      int column,
      int rows,
      int columns,
      int index,
      float[] scratch) {
    View y = call.y();
    View z = call.z();
    int count = Math.min(PANEL, y.channels() - channel);
    int run = layout.tiles(columns);
    int patch = layout.workAt() + layout.resultWork(run);
    int line = run * layout.tile() * PANEL;
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
