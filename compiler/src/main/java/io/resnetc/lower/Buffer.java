package io.resnetc.lower;

import io.resnetc.ir.op.Shape;

/**
 * A value in memory, not yet given a place: NHWC inside a border of zeros. A vector is a 1 x 1 map.
 */
public record Buffer(Shape shape, Border border) {
  /** Floats for one image, border included. */
  public long floats() {
    return (long) (border.top() + shape.height() + border.bottom())
        * (border.left() + shape.width() + border.right())
        * shape.channels();
  }

  /** Whether both place every element alike, so that one can be computed over the other. */
  public boolean sameLayout(Buffer other) {
    return border.equals(other.border)
        && shape.channels() == other.shape.channels()
        && shape.height() == other.shape.height()
        && shape.width() == other.shape.width();
  }
}
