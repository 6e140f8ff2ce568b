package io.resnetc.lower;

import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Shape;

/**
 * About how long a convolution takes an image, in the time of one multiply-add at the processor's
 * peak. Three things count: multiply-adds, in whole register tiles; weights, which come from
 * outside the caches once a slice of a batch, in part meanwhile; and floats that are transformed to
 * be multiplied, and back, or summed.
 *
 * @param x the input's shape
 * @param y the result's shape
 * @param hasResidual whether a residual is added
 * @param batch images that are expected at a time; and then of a slice, which share the reading of
 *     weights
 */
record ConvolutionCost(Conv2d conv, Shape x, Shape y, boolean hasResidual, int batch) {
  /** The most images that the runtime takes through a layer together. */
  private static final int MOST_IMAGES = 8;

  /** Floats of a layer's inputs and results beyond which there are fewer: 1.25 megabytes. */
  private static final long SLICE_FLOATS = 5 << 16;

  /** Transforming a float, beside one multiply-add. */
  private static final double TRANSFORMED_FLOAT = 10;

  /** The same for Strassen's algorithm: making a sum of data. */
  private static final double SUMMED_FLOAT = 5;

  /** And what a result takes more in sums of seven products of half the depth. */
  private static final double SUMMED_RESULT = 20;

  /** And adding the residual to it. */
  private static final double SUMMED_RESIDUAL = 14;

  /**
   * Reading a weight from outside the caches beside one multiply-add: between 5, as on a core with
   * a peak of 118 GFLOP/s, or 12 where two such read at once, and 18, as on one with 274.
   */
  private static final double WEIGHT = 11.5;

  /** A row of a register tile of four, beside one of a tall tile. */
  private static final double SMALL_TILE = 1.25;

  /** The same where the tile makes its weights as well. */
  private static final double COMPACT_TILE = 1.25;

  ConvolutionCost {
    long fitting = Math.max(1, SLICE_FLOATS / (x.elements() + y.elements()));
    batch = (int) Math.min(fitting, Math.min(batch, MOST_IMAGES));
  }

  /** The cost of an algorithm that {@link ConvolutionAlgorithms} offers for the layer. */
  double of(Algorithm algorithm) {
    return switch (algorithm) {
      case WINOGRAD_1X2 -> widthWinograd();
      case WINOGRAD_2 -> winograd(2);
      case WINOGRAD_3 -> winograd(3);
      case WINOGRAD_4 -> winograd(4);
      case WINOGRAD_4_COMPACT -> compactWinograd();
      case STRASSEN -> strassen();
      default -> direct();
    };
  }

  private double direct() {
    int taps = conv.window().kernelHeight() * conv.window().kernelWidth();
    double weights = (double) taps * x.channels() / conv.groups() * y.channels();
    return overlapped(y.height() * rows(y.width()), 1) * weights;
  }

  /**
   * Seven products of quarters instead of eight: half of the rows times 7/4 of the weights. As many
   * sums are made of data as x has floats; with a residual, results are stored in a pass of their
   * own.
   */
  private double strassen() {
    double pairs = y.height() * (y.width() / 2.0) * batch;
    double weights = 7 / 4.0 * x.channels() * y.channels();
    double result = SUMMED_RESULT + (hasResidual ? SUMMED_RESIDUAL : 0);
    double pixel = SUMMED_FLOAT * x.channels() + result * y.channels();
    return overlapped(rows(pairs) / batch, 1) * weights + pixel * y.height() * y.width();
  }

  /**
   * F(1 x 2, 3 x 3): a matrix product at each of four positions of pairs of results, with three
   * rows of weights.
   */
  private double widthWinograd() {
    double pairs = y.width() / 2.0;
    double products = 12 * rows(y.height() * pairs * batch);
    double floats = 4 * pairs * ((y.height() + 2) * x.channels() + y.height() * y.channels());
    return overlapped(products / batch, 12) * x.channels() * y.channels()
        + TRANSFORMED_FLOAT * floats;
  }

  /**
   * F(m x m, r x r) has {@code (m + r - 1)^2} positions for {@code m^2} results, each with the
   * channels of all phases of rows and columns; but at the last position along an axis neither
   * phases with a tap less are multiplied, nor tiles of which an output is left out.
   */
  private double winograd(int m) {
    Phases phases = Phases.of(conv.window());
    double side = m + phases.taps() - 1;
    double inner = (side - 1) * phases.stride();
    double last = phases.whole();
    double high = Math.ceil(y.height() / (double) m);
    double wide = Math.ceil(y.width() / (double) m);
    double full = Math.max(0, high - (high * m - y.height()));
    double fullWide = Math.max(0, wide - (wide * m - y.width()));
    double products =
        inner * inner * rows(high * wide * batch)
            + inner * last * (rows(full * wide * batch) + rows(high * fullWide * batch))
            + last * last * rows(full * fullWide * batch);
    double weights = (inner + last) * (inner + last);
    double inputs = phases.stride() * phases.stride() * x.channels();
    return overlapped(products / batch, weights) * x.channels() * y.channels()
        + TRANSFORMED_FLOAT * side * side * high * wide * (inputs + y.channels());
  }

  /** F(4 x 4, 3 x 3) of groups of four tiles, all at all positions, with 18 weights a kernel. */
  private double compactWinograd() {
    double tiles = Math.ceil(y.height() / 4.0) * Math.ceil(y.width() / 4.0);
    double products = 36 * COMPACT_TILE * 4 * Math.ceil(tiles * batch / 4);
    double floats = 36 * tiles * (x.channels() + y.channels());
    return overlapped(products / batch, 18) * x.channels() * y.channels()
        + TRANSFORMED_FLOAT * floats;
  }

  /**
   * Multiply-adds and the reading of weights, of an image, an input and an output: the processor
   * does much of one beside the other.
   */
  private double overlapped(double multiplyAdds, double weights) {
    return Math.hypot(multiplyAdds, WEIGHT * weights / batch);
  }

  /** Rows that are computed: whole tiles of eight, seven or four, small ones being slower a row. */
  private static double rows(double rows) {
    double fours = SMALL_TILE * 4 * Math.ceil(rows / 4);
    double sevens = 7 * Math.ceil(rows / 7);
    double eights = 8 * Math.ceil(rows / 8);
    return Math.min(fours, Math.min(sevens, eights));
  }
}
