package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.kernel.WinogradTransform;
import io.resnetc.runtime.machine.Caches;
import io.resnetc.runtime.weights.Tensor;

/**
 * A 3x3 convolution by Winograd's F(2, 3) along the width only, or F(1 x 2, 3 x 3): two neighbours
 * of a line are a tile, and take 12 products instead of 18. Each of the four positions is a
 * convolution of 3x1 on transformed lines of the input: patches are three of these, one under the
 * other.
 *
 * <p>It has 12 weights a kernel, where F(2 x 2, 3 x 3) has 16: for maps so small that products wait
 * for weights. A tile's outputs depend on nothing but the tile, so every split has the same bits.
 */
public abstract sealed class WidthWinogradConv2d extends Conv2d
    permits PanelWidthWinogradConv2d, LineWidthWinogradConv2d {
  static final WinogradForm FORM = WinogradForm.F_2_3;

  /** Outputs of a tile. */
  static final int TILE = FORM.tile();

  /** Rows of the kernel, which are multiplied as they are. */
  static final int ROWS = FORM.taps();

  /** Positions of a tile. */
  static final int POSITIONS = FORM.side();

  /** Floats of a block's data, which should stay in the second-level cache. */
  private static final int BLOCK_FLOATS = Caches.current().level2() / 2;

  /** Tiles of a block's data at most. */
  private static final int MOST_TILES = 64;

  final Window window;
  final int inputs;
  final float[] bias;
  final Activation activation;

  /** Floats from the data of one tile to those of the next. */
  final int stride;

  /** Tiles that a block's data have room for. */
  final int room;

  WidthWinogradConv2d(
      Kernels kernels, Window window, int inputs, float[] bias, Activation activation) {
    super(kernels, (long) ROWS * ROWS * inputs);
    this.window = window;
    this.inputs = inputs;
    this.bias = bias;
    this.activation = activation;
    this.stride = WinogradLayout.stride(inputs);
    this.room = Math.max(2 * ROWS, Math.min(MOST_TILES, BLOCK_FLOATS / (POSITIONS * stride)));
  }

  /**
   * For maps with an even number of columns.
   *
   * @param weight {@code [out, in, 3, 3]}
   * @param bias {@code [out]}, or null
   * @param window of a stride and a dilation of 1
   */
  public static WidthWinogradConv2d of(
      Tensor weight, Tensor bias, Window window, Activation activation) {
    if (!WinogradConv2d.isThreeByThree(window)) {
      throw new IllegalArgumentException(
          "F(1 x 2, 3 x 3) is for kernels of 3 x 3 without stride and dilation: " + window);
    }
    return LineConv2d.suits(weight, 2)
        ? LineWidthWinogradConv2d.pack(weight, bias, window, activation)
        : PanelWidthWinogradConv2d.pack(weight, bias, window, activation);
  }

  @Override
  abstract WidthWinogradConv2d on(Kernels other);

  /**
   * Weights transformed along the width, in double precision and rounded once: {@code [outputs /
   * PANEL][position][kernel row][input][PANEL]}.
   */
  static float[] packPanels(Tensor weight) {
    int inputs = weight.dim(1);
    int panels = (weight.dim(0) + Kernels.PANEL - 1) / Kernels.PANEL;
    int floats = POSITIONS * ROWS * inputs * Kernels.PANEL;
    double[][] transform = WinogradWeights.transform(FORM);
    float[] packed = new float[Math.multiplyExact(panels, floats)];
    float[] kernels = new float[weight.rowLength()];
    for (int output = 0; output < weight.dim(0); output++) {
      weight.read(output, output + 1, kernels);
      int to = output / Kernels.PANEL * floats + output % Kernels.PANEL;
      for (double[] factors : transform) {
        for (int row = 0; row < ROWS; row++) {
          transform(factors, kernels, row, inputs, packed, to);
          to += inputs * Kernels.PANEL;
        }
      }
    }
    return packed;
  }

  /** One row of an output's kernels at one position. */
  private static void transform(
      double[] factors, float[] kernels, int row, int inputs, float[] packed, int to) {
    for (int input = 0; input < inputs; input++) {
      int at = (input * ROWS + row) * ROWS;
      packed[to + input * Kernels.PANEL] =
          (float)
              (factors[0] * kernels[at]
                  + factors[1] * kernels[at + 1]
                  + factors[2] * kernels[at + 2]);
    }
  }

  @Override
  public final long work(View x, View y) {
    return super.work(x, y) / (TILE * ROWS) * POSITIONS;
  }

  /** Floats from the data of one position to those of the next. */
  final int dataStep() {
    return room * stride + WinogradLayout.SKEW;
  }

  /** Floats of the data of a block, {@code [position][line][tile][input]}. */
  final int dataFloats() {
    return POSITIONS * dataStep();
  }

  @Override
  public final void compute(Call call, int part, int parts) {
    View y = call.y();
    if (y.width() % TILE != 0) {
      throw new IllegalArgumentException(
          "F(1 x 2, 3 x 3) takes outputs in pairs, and a line has " + y.width());
    }
    int wide = y.width() / TILE;
    int across = (wide - 1) / (room / ROWS) + 1;
    int most = room / ((wide - 1) / across + 1) - (ROWS - 1);
    int down = (y.height() - 1) / Math.min(most, mostLines(call, parts)) + 1;
    int cells = call.images() * down * across * columns();
    int to = Shares.start(cells, part + 1, parts);
    for (int cell = Shares.start(cells, part, parts), end; cell < to; cell = end) {
      end = Shares.rectangle(cell, to, columns());
      for (int i = cell / columns(); i <= (end - 1) / columns(); i++) {
        int row = i / across % down;
        int line = Shares.start(y.height(), row, down);
        int lines = Shares.start(y.height(), row + 1, down) - line;
        int tile = Shares.start(wide, i % across, across);
        int tiles = Shares.start(wide, i % across + 1, across) - tile;
        float[] scratch = call.scratch(part);
        int image = i / across / down;
        transform(call, image, line, lines, tile, tiles, scratch);
        int from = cell % columns();
        compute(call, image, line, lines, tile, tiles, from, (end - 1) % columns() + 1, scratch);
      }
    }
  }

  /** Into how many columns a block's outputs are cut. */
  abstract int columns();

  /** The most lines of a block, though its data had room for more. */
  abstract int mostLines(Call call, int parts);

  /**
   * Multiplies the data of a block, and stores the outputs of some columns.
   *
   * @param image which image the block is of
   * @param line the first line of its outputs
   * @param lines how many lines
   * @param tile the first tile of each
   * @param tiles how many tiles of each
   * @param from the first column
   * @param to behind the last one
   */
  abstract void compute(
      Call call,
      int image,
      int line,
      int lines,
      int tile,
      int tiles,
      int from,
      int to,
      float[] scratch);

  private void transform(
      Call call, int image, int line, int lines, int tile, int tiles, float[] scratch) {
    View x = call.x();
    int column = tile * TILE - window.left();
    int row = 0;
    for (int i = 0; i < lines + ROWS - 1; i++) {
      int from = Views.pixel(x, call.images(), image, line + i - window.top(), column);
      for (int j = 0; j < tiles; j++) {
        kernels.winograd(
            WinogradTransform.DATA_4,
            call.arena(),
            from + j * TILE * x.channels(),
            x.channels(),
            scratch,
            row * stride,
            dataStep(),
            inputs);
        row++;
      }
    }
  }
}
