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
 * are stored do not depend on what they are multiplied by, but their rounding does. The last inputs
 * along an axis are seen at infinity alone, and may be anything where that is left out.
 */
final class WinogradData {
  private final Kernels kernels;
  private final Window window;
  private final WinogradLayout layout;
  private final WinogradTiles tiles;

  WinogradData(Kernels kernels, Window window, WinogradLayout layout) {
    this.kernels = kernels;
    this.window = window;
    this.layout = layout;
    this.tiles = layout.tiles();
  }

  /**
   * Transforms tiles {@code from} to {@code to}, in the order of {@link WinogradTiles}.
   *
   * @param group where their data go
   */
  void transform(Call call, int from, int to, float[] scratch, int group) {
    int at = group * layout.groupStep();
    for (int i = 0; i < TileKind.kinds(); i++) {
      int first = tiles.first(call, i);
      int start = Math.max(from, first) - first;
      int end = Math.min(to, tiles.first(call, i + 1)) - first;
      int row = at + (first - from) * layout.stride();
      transform(call, TileKind.kind(i), start, end, scratch, row);
    }
  }

  /** Tiles of a kind, the data of the first of which would begin {@code at}. */
  private void transform(Call call, TileKind kind, int from, int to, float[] scratch, int at) {
    View y = call.y();
    int tile = from;
    while (tile < to) {
      int run = tiles.run(y, kind, tile, Math.min(to - tile, layout.dataRun()));
      int image = tiles.image(y, kind, tile);
      int row = tiles.row(y, kind, tile) * window.strideHeight();
      int column = tiles.column(y, kind, tile) * window.strideWidth();
      transform(call, kind, image, row, column, run, scratch, at + tile * layout.stride());
      tile += run;
    }
  }

  /** A run of tiles that begin with a row and a column of the input. */
  private void transform(
      Call call, TileKind kind, int image, int row, int column, int run, float[] scratch, int to) {
    View x = call.x();
    int lines = layout.lines();
    int line = layout.line(run, kind);
    int rows = Math.min(lines, needed(call.y().height()) - row);
    int floats = Math.min(line, (needed(call.y().width()) - column) * x.channels());
    int at = Views.pixel(x, call.images(), image, row - window.top(), column - window.left());
    boolean isInside =
        rows >= lines - kind.rowsLess() * window.strideHeight()
            && floats >= line - kind.columnsLess() * window.strideWidth() * x.channels()
            && at + (lines - 1) * x.rowStride() + line <= call.arena().length;
    if (isInside) {
      transform(kind, call.arena(), at, x.rowStride(), run, scratch, to);
    } else {
      int patch = layout.workAt() + layout.dataWork(run);
      Arrays.fill(scratch, patch, patch + lines * line, 0);
      for (int i = 0; i < rows; i++) {
        int from = at + i * x.rowStride();
        System.arraycopy(call.arena(), from, scratch, patch + i * line, floats);
      }
      transform(kind, scratch, patch, line, run, scratch, to);
    }
  }

  /** Inputs along one axis that {@code outputs} depend on, with the padding. */
  private int needed(int outputs) {
    return (outputs - 1) * window.strideHeight() + window.kernelHeight();
  }

  private void transform(
      TileKind kind, float[] x, int xAt, int rowStride, int run, float[] scratch, int to) {
    WinogradDomain domain = layout.domain();
    int phases = domain.phases().stride();
    int rows = domain.form().side() - kind.rowsLess();
    for (int phase = 0; phase < phases; phase++) {
      kernels.winogradData(
          domain.form(),
          Math.min(rows, domain.rows(phase)),
          x,
          xAt + phase * rowStride,
          phases * rowStride,
          run,
          layout.columns(kind),
          domain.pixel(),
          scratch,
          to + phase * domain.pixel(),
          layout.stride(),
          layout.dataStep(),
          layout.workAt());
    }
  }
}
