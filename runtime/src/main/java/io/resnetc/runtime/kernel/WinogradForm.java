package io.resnetc.runtime.kernel;

import java.util.Optional;

/**
 * Winograd's minimal algorithms F(m x m, r x r) for m rows and columns of outputs and a kernel of r
 * rows and columns: {@code m * m} outputs take {@code (m + r - 1)^2} products.
 */
public enum WinogradForm {
  F_2_2(2, 2, WinogradTransform.DATA_3, WinogradTransform.RESULT_2_2),
  F_2_3(2, 3, WinogradTransform.DATA_4, WinogradTransform.RESULT_2_3),
  F_3_4(3, 4, WinogradTransform.DATA_6, WinogradTransform.RESULT_3_4),
  F_4_2(4, 2, WinogradTransform.DATA_5, WinogradTransform.RESULT_4_2),
  F_4_3(4, 3, WinogradTransform.DATA_6, WinogradTransform.RESULT_4_3);

  private final int tile;
  private final int taps;
  private final WinogradTransform data;
  private final WinogradTransform result;

  WinogradForm(int tile, int taps, WinogradTransform data, WinogradTransform result) {
    this.tile = tile;
    this.taps = taps;
    this.data = data;
    this.result = result;
  }

  /** The form with these two, if there is one. */
  public static Optional<WinogradForm> of(int tile, int taps) {
    for (WinogradForm form : values()) {
      if (form.tile == tile && form.taps == taps) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** Outputs of a tile along one axis, m. */
  public int tile() {
    return tile;
  }

  /** Kernel rows, and columns, r. */
  public int taps() {
    return taps;
  }

  /** Inputs of a tile along one axis, and positions, {@code m + r - 1}. */
  public int side() {
    return tile + taps - 1;
  }

  WinogradTransform data() {
    return data;
  }

  WinogradTransform result() {
    return result;
  }
}
