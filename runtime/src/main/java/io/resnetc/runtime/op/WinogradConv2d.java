package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.weights.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A convolution by Winograd's minimal filtering (Lavin and Gray 2016): tiles of the input are
 * transformed, multiplied position by position with transformed weights, and transformed back. A
 * tile's outputs depend on nothing but the tile, so every split has the same bits.
 *
 * <p>A convolution of stride s is one of stride 1 with s * s times the channels, {@link Phases} of
 * rows and columns. Those of neighbouring columns are neighbours in memory.
 */
public abstract sealed class WinogradConv2d extends Conv2d
    permits PanelWinogradConv2d, LineWinogradConv2d {
  final WinogradLayout layout;

  WinogradConv2d(Kernels kernels, long depth, WinogradLayout layout) {
    super(kernels, depth);
    this.layout = layout;
  }

  /**
   * @param tile outputs of a tile along one axis: 2, 3 or 4
   * @param weight {@code [out, in, kernel, kernel]}
   * @param bias {@code [out]}, or null
   * @param window one that {@link #supports} the tile
   */
  public static WinogradConv2d of(
      int tile, Tensor weight, Tensor bias, Window window, Activation activation) {
    if (tile < 2 || tile > 4) {
      throw new IllegalArgumentException("a tile of %d outputs: it is 2, 3 or 4".formatted(tile));
    }
    if (!supports(tile, window)) {
      throw new IllegalArgumentException(
          "a tile of %d outputs needs a kernel without dilation of %s times its stride: %s"
              .formatted(tile, kernels(tile), window));
    }
    WinogradDomain domain = WinogradDomain.of(tile, window, weight.dim(1));
    return LineConv2d.suits(weight, tile == 2 ? 2 : 1)
        ? LineWinogradConv2d.pack(domain, weight, bias, window, activation)
        : PanelWinogradConv2d.pack(domain, weight, bias, window, activation);
  }

  /**
   * F(4 x 4, 3 x 3) by compact weights: they are kept half transformed, 18 floats of a kernel
   * instead of 36, and transformed the rest of the way as they are multiplied. For maps of few
   * tiles, whose products wait for weights.
   *
   * @param weight {@code [out, in, 3, 3]}
   * @param bias {@code [out]}, or null
   * @param window of a stride and a dilation of 1
   */
  public static WinogradConv2d compact(
      Tensor weight, Tensor bias, Window window, Activation activation) {
    if (!supportsCompact(window)) {
      throw new IllegalArgumentException(
          "compact weights are for kernels of 3 x 3 without stride and dilation: " + window);
    }
    WinogradDomain domain = WinogradDomain.of(4, window, weight.dim(1));
    return LineConv2d.suits(weight, 2)
        ? LineWinogradConv2d.packRows(domain, weight, bias, window, activation)
        : PanelWinogradConv2d.packRows(domain, weight, bias, window, activation);
  }

  private static String kernels(int tile) {
    return Arrays.stream(WinogradForm.values())
        .filter(form -> form.tile() == tile)
        .map(form -> "%1$d x %1$d".formatted(form.taps()))
        .collect(Collectors.joining(" or "));
  }

  @Override
  abstract WinogradConv2d on(Kernels other);

  /**
   * Whether a convolution with this window has this form: its kernel and stride are the same along
   * both axes, and the kernel has two or three times the stride, for tiles of 2 and 4 outputs, or
   * four times, for tiles of 3, or less than a stride less.
   */
  public static boolean supports(int tile, Window window) {
    return window.kernelHeight() == window.kernelWidth()
        && window.strideHeight() == window.strideWidth()
        && window.dilationHeight() == 1
        && window.dilationWidth() == 1
        && WinogradForm.of(tile, Phases.of(window).taps()).isPresent();
  }

  /** Whether a convolution with this window can have compact weights. */
  public static boolean supportsCompact(Window window) {
    return isThreeByThree(window);
  }

  /** Whether the kernel is of 3 x 3, without stride and dilation. */
  static boolean isThreeByThree(Window window) {
    return window.kernelHeight() == 3 && window.strideHeight() == 1 && supports(4, window);
  }

  @Override
  public int scratch() {
    return layout.floats();
  }

  @Override
  public long work(View x, View y) {
    long tiles =
        (long) TileAxis.tiles(layout.tile(), y.height()) * TileAxis.tiles(layout.tile(), y.width());
    return tiles * layout.domain().products() * y.channels();
  }
}
