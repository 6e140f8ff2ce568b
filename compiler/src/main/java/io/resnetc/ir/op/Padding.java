package io.resnetc.ir.op;

/** Rows and columns added on each side of a feature map. */
public record Padding(int top, int left, int bottom, int right) {
  public static final Padding NONE = all(0);

  public Padding {
    if (Math.min(Math.min(top, left), Math.min(bottom, right)) < 0) {
      throw new ShapeException("padding must not be negative");
    }
  }

  public static Padding all(int size) {
    return new Padding(size, size, size, size);
  }
}
