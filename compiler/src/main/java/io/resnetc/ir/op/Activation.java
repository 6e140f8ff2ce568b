package io.resnetc.ir.op;

/**
 * The pointwise function that another operator can apply to its result for free: a clamp to {@code
 * [low, high]}. NaN stays NaN.
 */
public record Activation(double low, double high) {
  public static final Activation NONE =
      new Activation(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  public static final Activation RELU = new Activation(0, Double.POSITIVE_INFINITY);

  public Activation {
    if (!(low <= high)) {
      throw new ShapeException("a clamp's low end must not be above its high end");
    }
  }

  public double apply(double x) {
    return Math.min(Math.max(x, low), high);
  }
}
