package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarLineProduct;
import io.resnetc.runtime.kernel.ScalarLineWinograd;
import io.resnetc.runtime.kernel.ScalarWinogradRow;
import io.resnetc.runtime.weights.Tensor;

/**
 * {@link WinogradConv2d} for many outputs without the Vector API: the data of a tile, transformed
 * as there, times lines of weights. The products are lines too, and so are the results.
 */
final class LineWinogradConv2d extends WinogradConv2d {
  /**
   * Tiles of a block, for lines of up to 256 outputs and beyond: a megabyte of data and products.
   */
  private static final int ROWS = 32;

  private final Window window;
  private final WinogradTiles tiles;
  private final WinogradData data;
  private final LineWeights weights;
  private final boolean areWeightsCompact;
  private final float[] bias;
  private final Activation activation;

  private LineWinogradConv2d(
      Kernels kernels,
      long depth,
      WinogradDomain domain,
      Window window,
      LineWeights weights,
      boolean areWeightsCompact,
      float[] bias,
      Activation activation) {
    super(kernels, depth, WinogradLayout.of(domain, 1, rows(bias.length)));
    this.window = window;
    this.tiles = layout.tiles();
    this.data = new WinogradData(kernels, window, layout);
    this.weights = weights;
    this.areWeightsCompact = areWeightsCompact;
    this.bias = bias;
    this.activation = activation;
  }

  static LineWinogradConv2d pack(
      WinogradDomain domain, Tensor weight, Tensor bias, Window window, Activation activation) {
    float[] panels = WinogradWeights.pack(weight, domain);
    return of(panels, false, domain, weight, bias, window, activation);
  }

  /** With the bits of compact weights, which are transformed as a whole here. */
  static LineWinogradConv2d packRows(
      WinogradDomain domain, Tensor weight, Tensor bias, Window window, Activation activation) {
    float[] rows = WinogradWeights.packRows(weight, domain);
    float[] panels = WinogradWeights.ofRows(rows, domain, weight.dim(0));
    return of(panels, true, domain, weight, bias, window, activation);
  }

  private static LineWinogradConv2d of(
      float[] panels,
      boolean areWeightsCompact,
      WinogradDomain domain,
      Tensor weight,
      Tensor bias,
      Window window,
      Activation activation) {
    float[] shift = shift(weight, bias);
    LineWeights lines = LineWeights.ofPanels(panels, weight.dim(0), domain.products());
    return new LineWinogradConv2d(
        first(), depth(weight), domain, window, lines, areWeightsCompact, shift, activation);
  }

  @Override
  LineWinogradConv2d on(Kernels other) {
    return new LineWinogradConv2d(
        other, depth, layout.domain(), window, weights, areWeightsCompact, bias, activation);
  }

  private static int rows(int outputs) {
    return outputs > 256 ? ROWS / 2 : ROWS;
  }

  @Override
  public long weights() {
    return weights.floats();
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int count = tiles.count(call);
    int from = Shares.start(count, part, parts);
    int to = Shares.start(count, part + 1, parts);
    int blocks = (to - from + layout.rows() - 1) / layout.rows();
    float[] scratch = call.scratch(part);
    for (int block = 0; block < blocks; block++) {
      int start = from + Shares.start(to - from, block, blocks);
      int end = from + Shares.start(to - from, block + 1, blocks);
      data.transform(call, start, end, scratch, 0);
      for (int outputs = 0; outputs < weights.parts(); outputs++) {
        multiply(call, outputs, start, end, scratch);
        for (int i = 0; i < TileKind.kinds(); i++) {
          int first = tiles.first(call, i);
          int last = Math.min(end, tiles.first(call, i + 1));
          for (int tile = Math.max(start, first); tile < last; tile++) {
            store(call, TileKind.kind(i), outputs, tile - first, tile - start);
          }
        }
      }
    }
  }

  /** Leaves the products of a tile at a position in line {@code position * rows + tile}. */
  private void multiply(Call call, int outputs, int first, int last, float[] scratch) {
    ScalarLineProduct product = ScalarLineProduct.ofThread();
    int[] rowsAt = product.rowsAt();
    WinogradDomain domain = layout.domain();
    product.sums(domain.positions() * layout.rows());
    int line = 0;
    for (int position = 0; position < domain.positions(); position++) {
      int from = Math.max(first, tiles.from(call, position)) - first;
      int to = Math.min(last, tiles.to(call, position)) - first;
      for (int i = 0; i < layout.rows(); i++) {
        int row = Math.max(0, Math.min(from + i, to - 1));
        rowsAt[i] = position * layout.dataStep() + row * layout.stride();
      }
      int sums = position * layout.rows() + from;
      product.clear(sums, to - from, weights.count(outputs));
      product.multiply(
          scratch,
          to - from,
          domain.pieces(position),
          domain.pixel(),
          domain.depth(position),
          weights.lines(outputs),
          line,
          sums,
          weights.count(outputs));
      if (areWeightsCompact) {
        float scale = ScalarWinogradRow.scale(position % domain.form().side());
        product.scale(sums, to - from, weights.count(outputs), scale);
      }
      line += domain.pieces(position) * domain.depth(position);
    }
  }

  /** Stores a tile of a kind, the {@code row} of its block. */
  private void store(Call call, TileKind kind, int outputs, int tile, int row) {
    View y = call.y();
    int image = tiles.image(y, kind, tile);
    int firstRow = tiles.row(y, kind, tile);
    int firstColumn = tiles.column(y, kind, tile);
    int rows = Math.min(layout.rows(kind), y.height() - firstRow);
    int columns = Math.min(layout.columns(kind), y.width() - firstColumn);
    float[][] products =
        ScalarLineProduct.ofThread().sums(layout.domain().positions() * layout.rows());
    float[][] results =
        ScalarLineWinograd.ofThread()
            .result(layout.form(), products, row, layout.rows(), weights.count(outputs));
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        float[] sums = results[i * layout.tile() + j];
        storePixel(call, sums, outputs, image, firstRow + i, firstColumn + j);
      }
    }
  }

  private void storePixel(Call call, float[] sums, int outputs, int image, int row, int column) {
    View z = call.z();
    int channel = weights.first(outputs);
    kernels.epilogue(
        sums,
        0,
        bias,
        channel,
        z == null ? null : call.arena(),
        z == null ? 0 : Views.pixel(z, call.images(), image, row, column) + channel,
        call.arena(),
        Views.pixel(call.y(), call.images(), image, row, column) + channel,
        0,
        1,
        weights.count(outputs),
        activation);
  }
}
