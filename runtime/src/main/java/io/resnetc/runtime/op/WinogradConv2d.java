package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * A 3 x 3 convolution by Winograd's minimal filtering (Lavin and Gray 2016): tiles of the input are
 * transformed, multiplied position by position with transformed weights, and transformed back. A
 * tile's outputs depend on nothing but the tile, so every split has the same bits.
 */
public abstract sealed class WinogradConv2d extends Conv2d
    permits PanelWinogradConv2d, LineWinogradConv2d {
  final WinogradLayout layout;

  WinogradConv2d(Kernels kernels, WinogradLayout layout) {
    super(kernels, (long) layout.inputs() * WinogradWeights.TAPS);
    this.layout = layout;
  }

  /**
   * @param tile outputs of a tile along one axis: 2 for F(2 x 2, 3 x 3), 4 for F(4 x 4, 3 x 3)
   * @param weight {@code [out, in, 3, 3]}
   * @param bias {@code [out]}, or null
   * @param window 3 x 3 with stride 1 and dilation 1
   */
  public static WinogradConv2d of(
      int tile, Tensor weight, Tensor bias, Window window, Activation activation) {
    if (tile != 2 && tile != 4) {
      throw new IllegalArgumentException("a tile of %d outputs: it is 2 or 4".formatted(tile));
    }
    if (!supports(window)) {
      throw new IllegalArgumentException(
          "Winograd's form needs a 3 x 3 kernel, stride 1 and dilation 1: " + window);
    }
    return LineConv2d.suits(weight, tile == 2 ? 2 : 1)
        ? LineWinogradConv2d.pack(tile, weight, bias, window, activation)
        : PanelWinogradConv2d.pack(tile, weight, bias, window, activation);
  }

  @Override
  abstract WinogradConv2d on(Kernels other);

  /** Whether a convolution with this window has a Winograd form. */
  public static boolean supports(Window window) {
    return window.kernelHeight() == 3
        && window.kernelWidth() == 3
        && window.strideHeight() == 1
        && window.strideWidth() == 1
        && window.dilationHeight() == 1
        && window.dilationWidth() == 1;
  }

  @Override
  public int scratch() {
    return layout.floats();
  }

  @Override
  public long work(View x, View y) {
    long tiles = (long) layout.tiles(y.height()) * layout.tiles(y.width());
    return tiles * layout.positions() * layout.inputs() * y.channels();
  }
}
