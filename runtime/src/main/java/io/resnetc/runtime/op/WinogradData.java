package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import java.util.Arrays;

/**
 * The data transform: brings tiles of the input into the Winograd domain, {@code B^T d B}.
 *
 * <p>A tile that reaches over the edge sees zeros where no output needs the input: its outputs that
 * are stored do not depend on what they are multiplied by, but their rounding does.
 */
final class WinogradData {
  private final Kernels kernels;
  private final Window window;
  private final WinogradLayout layout;

  WinogradData(Kernels kernels, Window window, WinogradLayout layout) {
    this.kernels = kernels;
    this.window = window;
    this.layout = layout;
  }

  /** Transforms tiles {@code from} to {@code to}, counted over all images. */
  void transform(Call call, int from, int to, float[] scratch) {
    int wide = layout.tiles(call.y().width());
    int high = layout.tiles(call.y().height());
    int tile = from;
    while (tile < to) {
      int line = tile / wide;
      int column = tile % wide;
      int most = Math.min(to - tile, layout.dataRun());
      int run = layout.run(call.y().width(), column, most);
      transform(call, line / high, line % high, column, run, scratch, (tile - from));
      tile += run;
    }
  }

  private void transform(
      Call call, int image, int tileRow, int tileColumn, int run, float[] scratch, int index) {
    View x = call.x();
    int row = tileRow * layout.tile() * window.strideHeight();
    int column = tileColumn * layout.tile() * window.strideWidth();
    int lines = layout.lines();
    int line = layout.line(run);
    int rows = Math.min(lines, needed(call.y().height()) - row);
    int columns = needed(call.y().width()) - column;
    int floats = Math.min(line, columns * x.channels());
    int at = Views.pixel(x, call.images(), image, row - window.top(), column - window.left());
    if (rows == lines && floats == line) {
      transform(call.arena(), at, x.rowStride(), run, scratch, index);
    } else {
      int patch = layout.workAt() + layout.dataWork(run);
      Arrays.fill(scratch, patch, patch + lines * line, 0);
      for (int i = 0; i < rows; i++) {
        int from = at + i * x.rowStride();
        System.arraycopy(call.arena(), from, scratch, patch + i * line, floats);
      }
      transform(scratch, patch, line, run, scratch, index);
    }
  }

  /** Inputs along one axis that {@code outputs} depend on, with the padding. */
  private int needed(int outputs) {
    return (outputs - 1) * window.strideHeight() + window.kernelHeight();
  }

  private void transform(float[] x, int xAt, int rowStride, int run, float[] scratch, int index) {
    WinogradDomain domain = layout.domain();
    int phases = domain.phases().stride();
    for (int phase = 0; phase < phases; phase++) {
      kernels.winogradData(
          domain.form(),
          domain.rows(phase),
          x,
          xAt + phase * rowStride,
          phases * rowStride,
          run,
          domain.pixel(),
          scratch,
          index * layout.stride() + phase * domain.pixel(),
          layout.stride(),
          layout.dataStep(),
          layout.workAt());
    }
  }
}
