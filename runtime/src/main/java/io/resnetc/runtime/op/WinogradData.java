package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradTransform;
import java.util.Arrays;

/**
 * The data transform: brings tiles of the input into the Winograd domain, {@code B^T d B}. Columns
 * are transformed first, whole lines of neighbouring tiles at a time, which share two columns.
 *
 * <p>A tile that reaches over the edge sees zeros where no output needs the input: its outputs that
 * are stored do not depend on what they are multiplied by, but their rounding does.
 */
final class WinogradData {
  private final Kernels kernels;
  private final Window window;
  private final WinogradLayout layout;
  private final WinogradTransform transform;

  WinogradData(Kernels kernels, Window window, WinogradLayout layout) {
    this.kernels = kernels;
    this.window = window;
    this.layout = layout;
    this.transform = layout.tile() == 2 ? WinogradTransform.DATA_2 : WinogradTransform.DATA_4;
  }

  /** Transforms tiles {@code from} to {@code to}, counted over all images. */
  void transform(Call call, int from, int to, float[] scratch) {
    int wide = layout.tiles(call.y().width());
    int high = layout.tiles(call.y().height());
    int tile = from;
    while (tile < to) {
      int line = tile / wide;
      int column = tile % wide;
      int run = Math.min(Math.min(wide - column, to - tile), layout.dataRun());
      transformColumns(call, line / high, line % high, column, run, scratch);
      for (int i = 0; i < run; i++) {
        transformRows(layout.line(run), i, tile - from + i, scratch);
      }
      tile += run;
    }
  }

  private void transformColumns(
      Call call, int image, int tileRow, int tileColumn, int run, float[] scratch) {
    View x = call.x();
    int row = tileRow * layout.tile();
    int column = tileColumn * layout.tile();
    int rows = Math.min(layout.side(), call.y().height() + 2 - row);
    int columns = Math.min(run * layout.tile() + 2, call.y().width() + 2 - column);
    int present = columns * x.channels();
    int at = Views.pixel(x, call.images(), image, row - window.top(), column - window.left());
    int line = layout.line(run);
    int to = layout.workAt();
    if (rows == layout.side()) {
      kernels.winograd(transform, call.arena(), at, x.rowStride(), scratch, to, line, present);
    } else {
      int copy = to + layout.side() * line;
      for (int i = 0; i < rows; i++) {
        System.arraycopy(call.arena(), at + i * x.rowStride(), scratch, copy + i * line, present);
      }
      Arrays.fill(scratch, copy + rows * line, copy + layout.side() * line, 0);
      kernels.winograd(transform, scratch, copy, line, scratch, to, line, present);
    }
    if (present < line) {
      for (int i = 0; i < layout.side(); i++) {
        Arrays.fill(scratch, to + i * line + present, to + (i + 1) * line, 0);
      }
    }
  }

  /** Transforms the rows of the tile that is {@code index} in its run. */
  private void transformRows(int line, int index, int row, float[] scratch) {
    int inputs = layout.inputs();
    int from = layout.workAt() + index * layout.tile() * inputs;
    int to = row * layout.stride();
    int step = layout.dataStep();
    for (int i = 0; i < layout.side(); i++) {
      kernels.winograd(transform, scratch, from, inputs, scratch, to, step, inputs);
      from += line;
      to += layout.side() * step;
    }
  }
}
