package io.resnetc.ir.op;

/** Rows and columns added on each side of a feature map; negative where {@link Pad} cuts. */
public record Padding(int top, int left, int bottom, int right) {
  public static final Padding NONE = all(0);

  boolean isNegative() {
    return Math.min(Math.min(top, left), Math.min(bottom, right)) < 0;
  }

  public static Padding all(int size) {
    return new Padding(size, size, size, size);
  }
}
