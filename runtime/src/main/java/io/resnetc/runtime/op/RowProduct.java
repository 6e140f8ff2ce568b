package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * A row of positions of F(4 x 4, 3 x 3) at a time, by weights that are transformed along columns
 * only, which are half of the floats: for few tiles, whose products wait for weights. At the edge
 * tiles are multiplied at all positions, some by whatever the data hold there.
 */
final class RowProduct implements WinogradProduct {
  private static final int TILES = Kernels.ROW_TILES;

  private final Kernels kernels;
  private final Window window;
  private final WinogradLayout layout;
  private final WinogradData data;
  private final float[] weights;

  private RowProduct(Kernels kernels, Window window, WinogradDomain domain, float[] weights) {
    this.kernels = kernels;
    this.window = window;
    this.layout = WinogradLayout.ofGroups(domain, TILES);
    this.data = new WinogradData(kernels, window, layout);
    this.weights = weights;
  }

  static RowProduct pack(Kernels kernels, Window window, WinogradDomain domain, Tensor weight) {
    return new RowProduct(kernels, window, domain, WinogradWeights.packRows(weight, domain));
  }

  @Override
  public RowProduct on(Kernels other) {
    return new RowProduct(other, window, layout.domain(), weights);
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
    return TILES;
  }

  @Override
  public void transform(Call call, int from, int to, float[] scratch) {
    for (int first = from, group = 0; first < to; first += TILES, group++) {
      data.transform(call, first, Math.min(to, first + TILES), scratch, group);
    }
  }

  @Override
  public void multiply(Call call, int panel, int from, int to, float[] scratch) {
    WinogradDomain domain = layout.domain();
    int side = domain.form().side();
    int row = domain.inputs() * domain.form().taps() * Kernels.PANEL;
    for (int i = 0; i < side; i++) {
      for (int group = 0; group * TILES < to - from; group++) {
        kernels.winogradRow(
            scratch,
            group * layout.groupStep() + i * side * layout.dataStep(),
            layout.stride(),
            layout.dataStep(),
            domain.inputs(),
            weights,
            (panel * side + i) * row,
            scratch,
            layout.productsAt() + i * side * layout.productStep() + group * TILES * Kernels.PANEL,
            layout.productStep());
      }
    }
  }
}
