package io.resnetc.lower;

import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Shape;

/**
 * About how long a convolution takes, in the time of one multiply-add at the processor's peak.
 * Three things count: multiply-adds, in whole register tiles; floats that are moved to be
 * multiplied, and back; and weights, which come from outside the caches once an image.
 *
 * @param x the input's shape
 * @param y the result's shape
 */
record ConvolutionCost(Conv2d conv, Shape x, Shape y) {
  /** Rows of a register tile: fewer rows cost as much. */
  private static final int TILE_ROWS = 6;

  /** Moving a float into a row of patches, or transforming one, beside one multiply-add. */
  private static final double REPACKED_FLOAT = 8;

  private static final double TRANSFORMED_FLOAT = 10;

  /** Reading a weight from outside the caches beside one multiply-add. */
  private static final double WEIGHT = 12;

  /** The cost of an algorithm that {@link ConvolutionAlgorithms} offers for the layer. */
  double of(Algorithm algorithm) {
    return switch (algorithm) {
      case WINOGRAD_2 -> winograd(2);
      case WINOGRAD_4 -> winograd(4);
      default -> direct();
    };
  }

  private double direct() {
    int taps = conv.window().kernelHeight() * conv.window().kernelWidth();
    double depth = (double) taps * x.channels() / conv.groups();
    double pixels = (double) y.height() * y.width();
    return rows(pixels) * depth * y.channels()
        + REPACKED_FLOAT * pixels * depth
        + WEIGHT * depth * y.channels();
  }

  /** F(m x m, 3 x 3) has {@code (m + 2)^2} products for {@code m^2} results. */
  private double winograd(int m) {
    double positions = (m + 2) * (m + 2);
    double tiles = Math.ceil(y.height() / (double) m) * Math.ceil(y.width() / (double) m);
    double weights = positions * x.channels() * y.channels();
    return rows(tiles) * weights
        + TRANSFORMED_FLOAT * positions * tiles * (x.channels() + y.channels())
        + WEIGHT * weights;
  }

  private static double rows(double rows) {
    return Math.ceil(rows / TILE_ROWS) * TILE_ROWS;
  }
}
