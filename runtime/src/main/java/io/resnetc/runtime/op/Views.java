package io.resnetc.runtime.op;

import io.resnetc.runtime.View;

/** Where pixels of a batch's views lie in the arena. */
final class Views {
  private Views() {}

  /** The first float of a pixel; row and column count from behind the border, and may lie in it. */
  static int pixel(View view, int images, int image, int row, int column) {
    return view.offset() * images
        + image * view.size()
        + view.interior()
        + row * view.rowStride()
        + column * view.channels();
  }

  /** Rows of all images together: what row-wise operators share. */
  static int rows(View view, int images) {
    return images * view.height();
  }

  /** The work of touching each element once: as long as about 16 multiply-adds of a product. */
  static long touch(View view) {
    return 16 * elements(view);
  }

  /** Floats of a feature map without its border. */
  static long elements(View view) {
    return (long) view.channels() * view.height() * view.width();
  }
}
