package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradTransform;
import io.resnetc.runtime.weights.Tensor;

/** {@link WidthWinogradConv2d} on register tiles: a block of tiles times a panel at a time. */
final class PanelWidthWinogradConv2d extends WidthWinogradConv2d {
  private static final int PANEL = Kernels.PANEL;

  private final float[] weights;

  private PanelWidthWinogradConv2d(
      Kernels kernels,
      Window window,
      int inputs,
      float[] weights,
      float[] bias,
      Activation activation) {
    super(kernels, window, inputs, bias, activation);
    this.weights = weights;
  }

  static PanelWidthWinogradConv2d pack(
      Tensor weight, Tensor bias, Window window, Activation activation) {
    float[] panels = packPanels(weight);
    float[] shift = shift(weight, bias);
    return new PanelWidthWinogradConv2d(first(), window, weight.dim(1), panels, shift, activation);
  }

  @Override
  PanelWidthWinogradConv2d on(Kernels other) {
    return new PanelWidthWinogradConv2d(other, window, inputs, weights, bias, activation);
  }

  @Override
  public long weights() {
    return weights.length;
  }

  @Override
  public int scratch() {
    return resultsAt() + TILE * step();
  }

  /** Floats from the products of one position to those of the next, and likewise of results. */
  private int step() {
    return room * PANEL + WinogradLayout.SKEW;
  }

  private int resultsAt() {
    return dataFloats() + POSITIONS * step() + Kernels.MOST_TILE_ROWS * PANEL;
  }

  @Override
  int columns() {
    return (bias.length + PANEL - 1) / PANEL;
  }

  @Override
  int mostLines(Call call, int parts) {
    return call.y().height();
  }

  @Override
  void compute(
      Call call,
      int image,
      int line,
      int lines,
      int tile,
      int tiles,
      int from,
      int to,
      float[] scratch) {
    for (int panel = from; panel < to; panel++) {
      multiply(panel, lines * tiles, tiles, scratch);
      kernels.winograd(
          WinogradTransform.RESULT_2_3,
          scratch,
          dataFloats(),
          step(),
          scratch,
          resultsAt(),
          step(),
          lines * tiles * PANEL);
      for (int i = 0; i < lines; i++) {
        int at = resultsAt() + i * tiles * PANEL;
        store(call, image, line + i, tile, tiles, panel * PANEL, scratch, at);
      }
    }
  }

  /** Leaves {@code [position][row][PANEL]} behind the data. */
  private void multiply(int panel, int rows, int tiles, float[] scratch) {
    int width = bias.length - panel * PANEL > PANEL / 2 ? PANEL : PANEL / 2;
    for (int position = 0; position < POSITIONS; position++) {
      kernels.multiply(
          scratch,
          position * dataStep(),
          stride,
          rows,
          ROWS,
          tiles * stride,
          inputs,
          weights,
          (panel * POSITIONS + position) * ROWS * inputs * PANEL,
          width,
          null,
          0,
          scratch,
          dataFloats() + position * step());
    }
  }

  /** Stores the first outputs of all tiles of a line, and then the second ones. */
  private void store(
      Call call, int image, int line, int tile, int tiles, int channel, float[] scratch, int at) {
    View y = call.y();
    View z = call.z();
    for (int i = 0; i < TILE; i++) {
      int column = tile * TILE + i;
      kernels.epilogue(
          scratch,
          at + i * step(),
          bias,
          channel,
          z == null ? null : call.arena(),
          z == null ? 0 : Views.pixel(z, call.images(), image, line, column) + channel,
          call.arena(),
          Views.pixel(y, call.images(), image, line, column) + channel,
          TILE * y.channels(),
          tiles,
          Math.min(PANEL, y.channels() - channel),
          activation);
    }
  }
}
