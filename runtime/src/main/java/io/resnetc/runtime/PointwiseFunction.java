package io.resnetc.runtime;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number, applied to neighbouring floats. Each is a loop of its own over one
 * array, with neither branches nor a second offset, because such loops are what C2 vectorises; or
 * it is computed by {@link StrictMath} in double precision and rounded once, because {@link Math}
 * may differ in the last bit from one JDK to another. NaN stays NaN.
 */
public final class PointwiseFunction {
  /** Multiply-adds that one element is as long as: a touch of memory. */
  private static final long TOUCH = 16;

  /** The same where an exponential is computed: tens of nanoseconds. */
  private static final long EXPONENTIAL = 4096;

  private interface Loop {
    void apply(float[] values, int from, int to);
  }

  private final Loop loop;
  private final long work;

  private PointwiseFunction(Loop loop, long work) {
    this.loop = loop;
    this.work = work;
  }

  /** {@code min(max(x, low), high)}. */
  public static PointwiseFunction clip(double low, double high) {
    float floor = (float) low;
    float ceiling = (float) high;
    return plain(
        (values, from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = Math.min(Math.max(values[i], floor), ceiling);
          }
        });
  }

  /**
   * {@code x} above zero, {@code slope * x} below (Maas, Hannun and Ng 2013).
   *
   * @param slope finite
   */
  public static PointwiseFunction leakyRelu(double slope) {
    float factor = (float) slope;
    return plain(
        (values, from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = Math.max(values[i], 0f) + factor * Math.min(values[i], 0f);
          }
        });
  }

  /** {@code min(max(alpha * x + beta, 0), 1)}. */
  public static PointwiseFunction hardSigmoid(double alpha, double beta) {
    float factor = (float) alpha;
    float summand = (float) beta;
    return plain(
        (values, from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = Math.min(Math.max(factor * values[i] + summand, 0f), 1f);
          }
        });
  }

  /** {@code x * min(max(x / 6 + 1/2, 0), 1)} (Howard et al. 2019). */
  public static PointwiseFunction hardSwish() {
    return plain(
        (values, from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = values[i] * Math.min(Math.max(values[i] / 6f + 0.5f, 0f), 1f);
          }
        });
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public static PointwiseFunction sigmoid() {
    return exponential(x -> 1 / (1 + StrictMath.exp(-x)));
  }

  /** {@code x * sigmoid(x)} (Ramachandran, Zoph and Le 2017); PyTorch's SiLU. */
  public static PointwiseFunction swish() {
    return exponential(x -> x / (1 + StrictMath.exp(-x)));
  }

  /** The hyperbolic tangent. */
  public static PointwiseFunction tanh() {
    return exponential(StrictMath::tanh);
  }

  /** Replaces the values from {@code from} up to {@code to} by the function's. */
  public void apply(float[] values, int from, int to) {
    loop.apply(values, from, to);
  }

  /** About how many multiply-adds one element is as long as. */
  public long work() {
    return work;
  }

  private static PointwiseFunction plain(Loop loop) {
    return new PointwiseFunction(loop, TOUCH);
  }

  private static PointwiseFunction exponential(DoubleUnaryOperator function) {
    return new PointwiseFunction(
        (values, from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = (float) function.applyAsDouble(values[i]);
          }
        },
        EXPONENTIAL);
  }
}
