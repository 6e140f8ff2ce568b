package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.kernel.Kernels;

/**
 * What of a Winograd convolution on register tiles depends on how its weights are kept: the data of
 * tiles, and their products with a panel of outputs.
 */
sealed interface WinogradProduct permits PositionProduct, RowProduct {
  /** The same on other kernels. */
  WinogradProduct on(Kernels other);

  WinogradLayout layout();

  /** Floats of the weights. */
  long weights();

  /** Tiles of the register tile that suits {@code count} tiles. */
  int tileRows(int count);

  /** Transforms tiles {@code from} to {@code to}, no more than the layout has rows. */
  void transform(Call call, int from, int to, float[] scratch);

  /** Multiplies these with a panel: each position those of the tiles that need it, or more. */
  void multiply(Call call, int panel, int from, int to, float[] scratch);
}
