package io.resnetc.ir.op;

import java.util.List;

/** The functions of one number that {@link Pointwise} applies, with their arguments' names. */
public enum PointwiseFunction {
  /** {@code min(max(x, low), high)}. */
  CLIP("clip", "low", "high") {
    @Override
    double apply(double x, double low, double high) {
      return Math.min(Math.max(x, low), high);
    }
  },

  /** {@code x} above zero, {@code slope * x} below (Maas, Hannun and Ng 2013). */
  LEAKY_RELU("leaky_relu", "slope") {
    @Override
    double apply(double x, double slope, double unused) {
      return x >= 0 ? x : slope * x;
    }
  },

  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID("sigmoid") {
    @Override
    double apply(double x, double unused, double unusedToo) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  },

  /** {@code min(max(alpha * x + beta, 0), 1)}. */
  HARD_SIGMOID("hard_sigmoid", "alpha", "beta") {
    @Override
    double apply(double x, double alpha, double beta) {
      return Math.min(Math.max(alpha * x + beta, 0), 1);
    }
  },

  /** {@code x * sigmoid(x)} (Ramachandran, Zoph and Le 2017); PyTorch's SiLU. */
  SWISH("swish") {
    @Override
    double apply(double x, double unused, double unusedToo) {
      return x / (1 + StrictMath.exp(-x));
    }
  },

  /** {@code x * min(max(x / 6 + 1/2, 0), 1)} (Howard et al. 2019). */
  HARD_SWISH("hard_swish") {
    @Override
    double apply(double x, double unused, double unusedToo) {
      return x * Math.min(Math.max(x / 6 + 0.5, 0), 1);
    }
  },

  /** The hyperbolic tangent. */
  TANH("tanh") {
    @Override
    double apply(double x, double unused, double unusedToo) {
      return StrictMath.tanh(x);
    }
  };

  private final String text;
  private final List<String> arguments;

  PointwiseFunction(String text, String... arguments) {
    this.text = text;
    this.arguments = List.of(arguments);
  }

  /** The function's name in the language and in the IR. */
  public String text() {
    return text;
  }

  /** What its arguments are called, in order; none, one or two. */
  public List<String> arguments() {
    return arguments;
  }

  abstract double apply(double x, double first, double second);
}
