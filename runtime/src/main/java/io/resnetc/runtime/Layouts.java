package io.resnetc.runtime;

import java.util.Arrays;

/** Moves images between the caller's NCHW arrays and the arena's bordered NHWC views. */
final class Layouts {
  private Layouts() {}

  /** NCHW to NHWC, zeroing the border. */
  static void fromNchw(float[] nchw, int offset, int images, float[] arena, View view) {
    clearBorder(arena, view, images);
    int plane = view.height() * view.width();
    for (int image = 0; image < images; image++) {
      int source = offset + image * view.channels() * plane;
      int start = view.offset() * images + image * view.size() + view.interior();
      for (int row = 0; row < view.height(); row++) {
        int target = start + row * view.rowStride();
        int pixel = source + row * view.width();
        for (int channel = 0; channel < view.channels(); channel++) {
          int from = pixel + channel * plane;
          copy(nchw, from, 1, arena, target + channel, view.channels(), view.width());
        }
      }
    }
  }

  /** NHWC to NCHW. */
  static void toNchw(float[] arena, View view, int images, float[] nchw, int offset) {
    int plane = view.height() * view.width();
    for (int image = 0; image < images; image++) {
      int target = offset + image * view.channels() * plane;
      int start = view.offset() * images + image * view.size() + view.interior();
      for (int row = 0; row < view.height(); row++) {
        int source = start + row * view.rowStride();
        int pixel = target + row * view.width();
        for (int channel = 0; channel < view.channels(); channel++) {
          int to = pixel + channel * plane;
          copy(arena, source + channel, view.channels(), nchw, to, 1, view.width());
        }
      }
    }
  }

  /** Copies {@code count} values that are {@code fromStep} apart, to be {@code toStep} apart. */
  private static void copy(
      float[] from, int fromAt, int fromStep, float[] to, int toAt, int toStep, int count) {
    int source = fromAt;
    int target = toAt;
    for (int i = 0; i < count; i++) {
      to[target] = from[source];
      source += fromStep;
      target += toStep;
    }
  }

  /** Zeroes the border of every image of a view; the arena may hold anything there. */
  static void clearBorder(float[] arena, View view, int images) {
    int before = view.left() * view.channels();
    int after = view.right() * view.channels();
    int row = view.rowStride();
    for (int image = 0; image < images; image++) {
      int start = view.offset() * images + image * view.size();
      int first = start + view.top() * row;
      int end = first + view.height() * row;
      Arrays.fill(arena, start, first, 0);
      for (int at = first; at < end; at += row) {
        Arrays.fill(arena, at, at + before, 0);
        Arrays.fill(arena, at + row - after, at + row, 0);
      }
      Arrays.fill(arena, end, start + view.size(), 0);
    }
  }
}
