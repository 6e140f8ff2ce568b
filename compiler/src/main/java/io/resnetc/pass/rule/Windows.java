package io.resnetc.pass.rule;

import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Window;

/** Facts about the windows of pools that rules rely on. */
final class Windows {
  private Windows() {}

  /**
   * Whether each window of a pool is sure to touch the image, and not only the padding around it. A
   * pool's padding is less than what its window spans, so that only a window with holes can step
   * over a small image.
   */
  static boolean neverEmpty(Window window) {
    return window.padding().equals(Padding.NONE)
        || (window.dilationHeight() == 1 && window.dilationWidth() == 1);
  }
}
