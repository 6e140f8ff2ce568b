package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;

/** Where pixels of a batch's views lie in the arena, and copies of them. */
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

  /** Where a pixel begins, counted over the lines of all images. */
  static int pixel(View view, int images, int pixel) {
    int line = pixel / view.width();
    return pixel(view, images, line / view.height(), line % view.height(), pixel % view.width());
  }

  /** Whether the pixels of all images are one piece of memory. */
  static boolean isWithoutBorder(View view) {
    return view.size() == elements(view);
  }

  /**
   * Whether {@code span} neighbouring pixels, a line or all pixels of all images, are equally far
   * apart in the result and in the residual.
   */
  static boolean isEvenlyStored(Call call, int span) {
    return span == call.y().width()
        || isWithoutBorder(call.y()) && (call.z() == null || isWithoutBorder(call.z()));
  }

  /** Rows of all images together: what row-wise operators share. */
  static int rows(View view, int images) {
    return images * view.height();
  }

  /** Copies a row of x to y, which may be the same place, and returns where y's begins. */
  static int copyRow(Call call, int image, int row) {
    View y = call.y();
    int from = pixel(call.x(), call.images(), image, row, 0);
    int to = pixel(y, call.images(), image, row, 0);
    if (from != to) {
      System.arraycopy(call.arena(), from, call.arena(), to, y.width() * y.channels());
    }
    return to;
  }

  /** A share of copying {@code count} channels of each pixel of x to the same pixel of y. */
  static void copyChannels(Call call, int part, int parts, int fromX, int toY, int count) {
    View x = call.x();
    View y = call.y();
    int lines = rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int from = pixel(x, call.images(), line / y.height(), line % y.height(), 0) + fromX;
      int to = pixel(y, call.images(), line / y.height(), line % y.height(), 0) + toY;
      for (int column = 0; column < y.width(); column++) {
        System.arraycopy(call.arena(), from, call.arena(), to, count);
        from += x.channels();
        to += y.channels();
      }
    }
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
