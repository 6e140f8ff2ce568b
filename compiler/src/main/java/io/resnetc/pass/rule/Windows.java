package io.resnetc.pass.rule;

import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Window;

/** Facts about sliding windows that rules rely on. */
final class Windows {
  private Windows() {}

  /** Whether each window is sure to touch the image, and not only the padding around it. */
  static boolean neverEmpty(Window window) {
    Padding padding = window.padding();
    return neverEmpty(
            window.kernelHeight(), window.dilationHeight(), padding.top(), padding.bottom())
        && neverEmpty(
            window.kernelWidth(), window.dilationWidth(), padding.left(), padding.right());
  }

  /** A window without holes that is longer than the padding reaches beyond it into the image. */
  private static boolean neverEmpty(int kernel, int dilation, int before, int after) {
    return (before == 0 && after == 0) || (dilation == 1 && before < kernel && after < kernel);
  }
}
