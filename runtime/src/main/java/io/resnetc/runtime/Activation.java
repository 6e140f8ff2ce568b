package io.resnetc.runtime;

/**
 * A clamp applied to a layer's result as it is stored: {@code min(max(value, low), high)}. NaN
 * stays NaN.
 */
public record Activation(float low, float high) {
  public static final Activation NONE =
      new Activation(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

  public static final Activation RELU = new Activation(0, Float.POSITIVE_INFINITY);

  /** Whether there is a bound above: what networks before MobileNet did not have. */
  public boolean isBoundedAbove() {
    return high < Float.POSITIVE_INFINITY;
  }
}
