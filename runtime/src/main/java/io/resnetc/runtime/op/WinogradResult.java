package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradTransform;

/**
 * The result transform: brings the products of tiles with a panel back, {@code A^T m A}, and stores
 * them with the epilogue. The outputs of a panel lie side by side for neighbouring tiles too, so
 * that a whole run is one row of columns to transform.
 */
final class WinogradResult {
  private final Kernels kernels;
  private final WinogradLayout layout;
  private final WinogradTransform transform;
  private final float[] bias;
  private final Activation activation;

  WinogradResult(Kernels kernels, WinogradLayout layout, float[] bias, Activation activation) {
    this.kernels = kernels;
    this.layout = layout;
    this.transform = layout.tile() == 2 ? WinogradTransform.RESULT_2 : WinogradTransform.RESULT_4;
    this.bias = bias;
    this.activation = activation;
  }

  /** Stores outputs of tiles {@code from} to {@code to}, counted over all images. */
  void store(Call call, int panel, int from, int to, float[] scratch) {
    int wide = layout.tiles(call.y().width());
    int high = layout.tiles(call.y().height());
    int tile = from;
    while (tile < to) {
      int line = tile / wide;
      int column = tile % wide;
      int run = Math.min(Math.min(wide - column, to - tile), WinogradLayout.RESULT_RUN);
      transform(tile - from, run, scratch);
      store(call, panel, line / high, line % high, column, run, scratch);
      tile += run;
    }
  }

  private void transform(int row, int run, float[] scratch) {
    int width = run * Kernels.PANEL;
    int side = layout.side();
    int step = layout.productStep();
    int from = layout.productsAt() + row * Kernels.PANEL;
    int work = layout.workAt();
    for (int j = 0; j < side; j++) {
      kernels.winograd(
          transform,
          scratch,
          from + j * step,
          side * step,
          scratch,
          work + j * width,
          side * width,
          width);
    }
    int to = resultAt(run);
    for (int i = 0; i < layout.tile(); i++) {
      kernels.winograd(transform, scratch, work, width, scratch, to, width, width);
      work += side * width;
      to += layout.tile() * width;
    }
  }

  private int resultAt(int run) {
    return layout.workAt() + layout.tile() * layout.side() * run * Kernels.PANEL;
  }

  private void store(
      Call call, int panel, int image, int tileRow, int tileColumn, int run, float[] scratch) {
    View y = call.y();
    View z = call.z();
    int channel = panel * Kernels.PANEL;
    int count = Math.min(Kernels.PANEL, y.channels() - channel);
    int tile = layout.tile();
    int from = resultAt(run);
    int firstRow = tileRow * tile;
    int rows = Math.min(tile, y.height() - firstRow);
    for (int i = 0; i < rows * tile; i++) {
      int row = firstRow + i / tile;
      int column = tileColumn * tile + i % tile;
      boolean inside = column + (run - 1) * tile < y.width();
      kernels.epilogue(
          scratch,
          from + i * run * Kernels.PANEL,
          bias,
          channel,
          z == null ? null : call.arena(),
          z == null ? 0 : Views.pixel(z, call.images(), image, row, column) + channel,
          call.arena(),
          Views.pixel(y, call.images(), image, row, column) + channel,
          tile * y.channels(),
          inside ? run : run - 1,
          count,
          activation);
    }
  }
}
