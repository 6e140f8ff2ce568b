package io.resnetc.lower;

import io.resnetc.ir.op.Window;

/**
 * How a convolution of stride s is one of stride 1 (polyphase decomposition): it is the sum of s *
 * s convolutions, each of every s-th row and column of the input and of the kernel.
 *
 * @param kernel rows of the kernel, and columns
 * @param stride phases along one axis
 */
record Phases(int kernel, int stride) {
  /** Those of a window with the same kernel and stride along both axes. */
  static Phases of(Window window) {
    return new Phases(window.kernelHeight(), window.strideHeight());
  }

  /** Rows of the kernel of a phase, the last of which some have not. */
  int taps() {
    return (kernel + stride - 1) / stride;
  }

  /** Phases along one axis that have all the taps; the others have one less. */
  int whole() {
    return kernel - (taps() - 1) * stride;
  }
}
