package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * Position by position, each a matrix product of tiles, as rows, with weights that are transformed
 * when they are packed.
 */
final class PositionProduct implements WinogradProduct {
  private final Kernels kernels;
  private final Window window;
  private final WinogradLayout layout;
  private final WinogradTiles tiles;
  private final WinogradData data;
  private final float[] weights;
  private final int outputs;

  private PositionProduct(
      Kernels kernels, Window window, WinogradDomain domain, float[] weights, int outputs) {
    this.kernels = kernels;
    this.window = window;
    this.layout = WinogradLayout.of(kernels, domain);
    this.tiles = layout.tiles();
    this.data = new WinogradData(kernels, window, layout);
    this.weights = weights;
    this.outputs = outputs;
  }

  static PositionProduct pack(
      Kernels kernels, Window window, WinogradDomain domain, Tensor weight) {
    float[] weights = WinogradWeights.pack(weight, domain);
    return new PositionProduct(kernels, window, domain, weights, weight.dim(0));
  }

  @Override
  public PositionProduct on(Kernels other) {
    return new PositionProduct(other, window, layout.domain(), weights, outputs);
  }

  @Override
  public WinogradLayout layout() {
    return layout;
  }

  @Override
  public long weights() {
    return weights.length;
  }

  @Override
  public int tileRows(int count) {
    return kernels.tileRows(count);
  }

  @Override
  public void transform(Call call, int from, int to, float[] scratch) {
    data.transform(call, from, to, scratch, 0);
  }

  @Override
  public void multiply(Call call, int panel, int first, int last, float[] scratch) {
    WinogradDomain domain = layout.domain();
    int left = outputs - panel * Kernels.PANEL;
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
