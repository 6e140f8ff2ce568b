package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * Winograd's form on register tiles: blocks of tiles times a panel of outputs at a time, by one
 * {@link WinogradProduct} or the other.
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
  private final WinogradProduct product;
  private final WinogradResult result;
  private final float[] bias;
  private final Activation activation;
  private final int panels;

  private PanelWinogradConv2d(
      Kernels kernels, long depth, WinogradProduct product, float[] bias, Activation activation) {
    super(kernels, depth, product.layout());
    this.tiles = layout.tiles();
    this.product = product;
    this.result = new WinogradResult(kernels, layout, bias, activation);
    this.bias = bias;
    this.activation = activation;
    this.panels = (bias.length + Kernels.PANEL - 1) / Kernels.PANEL;
  }

  static PanelWinogradConv2d pack(
      WinogradDomain domain, Tensor weight, Tensor bias, Window window, Activation activation) {
    WinogradProduct product = PositionProduct.pack(first(), window, domain, weight);
    return of(product, weight, bias, activation);
  }

  /** With compact weights. */
  static PanelWinogradConv2d packRows(
      WinogradDomain domain, Tensor weight, Tensor bias, Window window, Activation activation) {
    WinogradProduct product = RowProduct.pack(first(), window, domain, weight);
    return of(product, weight, bias, activation);
  }

  private static PanelWinogradConv2d of(
      WinogradProduct product, Tensor weight, Tensor bias, Activation activation) {
    float[] shift = shift(weight, bias);
    return new PanelWinogradConv2d(first(), depth(weight), product, shift, activation);
  }

  @Override
  PanelWinogradConv2d on(Kernels other) {
    return new PanelWinogradConv2d(other, depth, product.on(other), bias, activation);
  }

  @Override
  public long weights() {
    return product.weights();
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int count = tiles.count(call);
    int rows = product.tileRows(count);
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
      product.transform(call, first, last, scratch);
      for (int panel = fromPanel; panel < toPanel; panel++) {
        product.multiply(call, panel, first, last, scratch);
        result.store(call, panel, first, last, scratch);
      }
    }
  }
}
