package io.resnetc.runtime;

import java.util.Arrays;

/** Moves images between the caller's NCHW arrays and the arena's bordered NHWC views. */
final class Layouts {
  private static final int RGB = 3;

  private Layouts() {}

  /** NCHW to NHWC: a share of the rows of all images. The border is left as it is. */
  static void fromNchw(
      float[] nchw, int offset, int images, float[] arena, View view, int part, int parts) {
    int rows = images * view.height();
    int plane = view.height() * view.width();
    int end = Slicing.start(rows, part + 1, parts);
    for (int i = Slicing.start(rows, part, parts); i < end; i++) {
      int image = i / view.height();
      int row = i % view.height();
      int source = offset + image * view.channels() * plane + row * view.width();
      int start = view.offset() * images + image * view.size() + view.interior();
      int target = start + row * view.rowStride();
      if (view.channels() == RGB) {
        interleave(nchw, source, plane, arena, target, view.width());
      } else {
        for (int channel = 0; channel < view.channels(); channel++) {
          int from = source + channel * plane;
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

  /** A row of pixels of three channels, whose planes are {@code plane} apart. */
  private static void interleave(
      float[] from, int fromAt, int plane, float[] to, int toAt, int count) {
    for (int i = 0; i < count; i++) {
      int target = toAt + i * RGB;
      to[target] = from[fromAt + i];
      to[target + 1] = from[fromAt + plane + i];
      to[target + 2] = from[fromAt + 2 * plane + i];
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
