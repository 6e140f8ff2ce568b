package io.resnetc.runtime.op;

import io.resnetc.runtime.Window;

/**
 * How a convolution of stride s is one of stride 1 (polyphase decomposition): it is the sum of s *
 * s convolutions, each of every s-th row and column of the input and of the kernel. Those are
 * inputs of their own, and kernels of their own, with zeros where the kernel has no such row or
 * column.
 *
 * @param kernel rows of the kernel, and columns
 * @param stride phases along one axis
 */
record Phases(int kernel, int stride) {
  static Phases of(Window window) {
    return new Phases(window.kernelHeight(), window.strideHeight());
  }

  /** Rows of the kernel of a phase, the last of which some have not. */
  int taps() {
    return (kernel + stride - 1) / stride;
  }

  /** Phases along one axis that have all the taps, the first ones; the others have one less. */
  int whole() {
    return kernel - (taps() - 1) * stride;
  }

  /**
   * The weights of a phase among those of the kernel, row by row: where each of its {@code taps *
   * taps} taps is, or -1 for one that it has not.
   */
  int[] places(int rowPhase, int columnPhase) {
    int taps = taps();
    int[] places = new int[taps * taps];
    for (int tap = 0; tap < places.length; tap++) {
      int row = rowPhase + tap / taps * stride;
      int column = columnPhase + tap % taps * stride;
      places[tap] = row < kernel && column < kernel ? row * kernel + column : -1;
    }
    return places;
  }
}
