package io.resnetc.runtime;

/**
 * Where one feature map lies in the arena: NHWC, with a border of zeros on each side that the
 * memory planner chose so that no kernel tests for edges. A vector is a 1 x 1 map without a border.
 *
 * <p>Offsets and sizes count floats and are those of one image. For {@code n} images at a time the
 * buffer begins at {@code offset * n} and image {@code i} lies {@code i * size()} further.
 */
public record View(
    int offset, int channels, int height, int width, int top, int left, int bottom, int right) {

  /** A feature map without a border. */
  public static View at(int offset, int channels, int height, int width) {
    return new View(offset, channels, height, width, 0, 0, 0, 0);
  }

  /** The same map inside a border of zeros. */
  public View bordered(int newTop, int newLeft, int newBottom, int newRight) {
    return new View(offset, channels, height, width, newTop, newLeft, newBottom, newRight);
  }

  /** Floats from one row to the next. */
  public int rowStride() {
    return (left + width + right) * channels;
  }

  /** Floats of one image, border included. */
  public int size() {
    return (top + height + bottom) * rowStride();
  }

  /** Floats from the start of an image's buffer to its first pixel behind the border. */
  public int interior() {
    return top * rowStride() + left * channels;
  }
}
