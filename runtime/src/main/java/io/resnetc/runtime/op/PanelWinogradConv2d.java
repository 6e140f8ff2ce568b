package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * Winograd's form on register tiles: each position is a matrix product of tiles, as rows, with
 * input channels, a panel of outputs at a time.
 */
final class PanelWinogradConv2d extends WinogradConv2d {
  /**
   * Outputs a tile from which on shares are panels, so that nearly every weight is read once; else
   * they are groups of tiles, so that nearly every tile is transformed once. Where a share ends
   * within a panel or a group, two have a part of it. Transforming tiles together, for panels on
   * several threads, is slower than both: what another core has written is far away.
   */
  private static final int MANY_OUTPUTS = 16;

  private final WinogradTiles tiles;
  private final WinogradData data;
  private final WinogradResult result;
  private final Window window;
  private final float[] weights;
  private final float[] bias;
  private final Activation activation;
  private final int panels;

  private PanelWinogradConv2d(
      Kernels kernels,
      long depth,
      WinogradDomain domain,
      Window window,
      float[] weights,
      float[] bias,
      Activation activation) {
    super(kernels, depth, WinogradLayout.of(kernels, domain));
    this.window = window;
    this.tiles = layout.tiles();
    this.data = new WinogradData(kernels, window, layout);
    this.result = new WinogradResult(kernels, layout, bias, activation);
    this.weights = weights;
    this.bias = bias;
    this.activation = activation;
    this.panels = (bias.length + Kernels.PANEL - 1) / Kernels.PANEL;
  }

  static WinogradConv2d pack(
      WinogradDomain domain, Tensor weight, Tensor bias, Window window, Activation activation) {
    float[] weights = WinogradWeights.pack(weight, domain);
    float[] shift = shift(weight, bias);
    return new PanelWinogradConv2d(
        first(), depth(weight), domain, window, weights, shift, activation);
  }

  @Override
  WinogradConv2d on(Kernels other) {
    return new PanelWinogradConv2d(
        other, depth, layout.domain(), window, weights, bias, activation);
  }

  @Override
  public long weights() {
    return weights.length;
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int count = tiles.count(call);
    int rows = kernels.tileRows(count);
    int groups = (count + rows - 1) / rows;
    float[] scratch = call.scratch(part);
    boolean areTilesShared = bias.length < MANY_OUTPUTS * count;
    int row = areTilesShared ? panels : groups;
    int to = Shares.start(groups * panels, part + 1, parts);
    for (int cell = Shares.start(groups * panels, part, parts), end; cell < to; cell = end) {
      end = Shares.rectangle(cell, to, row);
      int top = cell / row;
      int bottom = (end - 1) / row + 1;
      int left = cell % row;
      int right = (end - 1) % row + 1;
      if (areTilesShared) {
        compute(call, scratch, count, rows, top, bottom, left, right);
      } else {
        compute(call, scratch, count, rows, left, right, top, bottom);
      }
    }
  }

  /** Computes groups of tiles that fill a register tile; only the very last may be short. */
  private void compute(
      Call call,
      float[] scratch,
      int count,
      int tileRows,
      int from,
      int to,
      int fromPanel,
      int toPanel) {
    int most = layout.rows() / tileRows;
    int blocks = (to - from + most - 1) / most;
    for (int block = 0; block < blocks; block++) {
      int start = from + Shares.start(to - from, block, blocks);
      int end = from + Shares.start(to - from, block + 1, blocks);
      int first = start * tileRows;
      int last = Math.min(count, end * tileRows);
      data.transform(call, first, last, scratch);
      for (int panel = fromPanel; panel < toPanel; panel++) {
        multiply(call, panel, first, last, scratch);
        result.store(call, panel, first, last, scratch);
      }
    }
  }

  /** Multiplies the data of a block, each position those of its tiles that need it. */
  private void multiply(Call call, int panel, int first, int last, float[] scratch) {
    WinogradDomain domain = layout.domain();
    int left = bias.length - panel * Kernels.PANEL;
    int width = left > Kernels.PANEL / 2 ? Kernels.PANEL : Kernels.PANEL / 2;
    int weightsAt = panel * domain.products() * Kernels.PANEL;
    int data = 0;
    int products = layout.productsAt();
    // In rising order: what a product leaves behind its rows the next one overwrites.
    for (int position = 0; position < domain.positions(); position++) {
      int pieces = domain.pieces(position);
      int depth = domain.depth(position);
      int from = Math.max(first, tiles.from(call, position)) - first;
      int to = Math.min(last, tiles.to(call, position)) - first;
      if (from < to) {
        kernels.multiply(
            scratch,
            data + from * layout.stride(),
            layout.stride(),
            to - from,
            pieces,
            domain.pixel(),
            depth,
            weights,
            weightsAt,
            width,
            null,
            0,
            scratch,
            products + from * Kernels.PANEL);
      }
      weightsAt += pieces * depth * Kernels.PANEL;
      data += layout.dataStep();
      products += layout.productStep();
    }
  }
}
