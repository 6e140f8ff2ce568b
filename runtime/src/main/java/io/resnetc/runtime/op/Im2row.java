package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;

/** Lays the inputs of each output pixel side by side in a row, as the weight panels have them. */
final class Im2row {
  private Im2row() {}

  /**
   * Writes the rows of output pixels {@code from} to {@code to}, counted over all images.
   *
   * @param rows receives them, {@code stride} apart
   */
  static void copy(
      Call call, Window window, Segment segment, int from, int to, float[] rows, int stride) {
    View x = call.x();
    View y = call.y();
    int pixel = from;
    int target = 0;
    while (pixel < to) {
      int line = pixel / y.width();
      int column = pixel % y.width();
      int image = line / y.height();
      int row = line % y.height();
      int run = Math.min(y.width() - column, to - pixel);
      int top = row * window.strideHeight() - window.top();
      int left = column * window.strideWidth() - window.left();
      int source = Views.pixel(x, call.images(), image, top, left) + segment.inputStart();
      int step = window.strideWidth() * x.channels();
      for (int i = 0; i < run; i++) {
        copyPixel(call.arena(), source, x, window, segment.inputs(), rows, target);
        source += step;
        target += stride;
      }
      pixel += run;
    }
  }

  private static void copyPixel(
      float[] arena, int source, View x, Window window, int inputs, float[] rows, int target) {
    int rowStep = window.dilationHeight() * x.rowStride();
    // Neighbouring columns with all their channels are one piece of memory.
    boolean joined = inputs == x.channels() && window.dilationWidth() == 1;
    int pieces = joined ? 1 : window.kernelWidth();
    int length = joined ? window.kernelWidth() * inputs : inputs;
    int pieceStep = window.dilationWidth() * x.channels();
    for (int row = 0; row < window.kernelHeight(); row++) {
      for (int piece = 0; piece < pieces; piece++) {
        System.arraycopy(arena, source + piece * pieceStep, rows, target, length);
        target += length;
      }
      source += rowStep;
    }
  }
}
