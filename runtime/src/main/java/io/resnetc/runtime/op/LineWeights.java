package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarLineProduct;
import io.resnetc.runtime.weights.Tensor;

/**
 * Weights as {@link ScalarLineProduct} takes them: the outputs are cut into parts of equal width,
 * and each part has a line for every input of a sum, in the order of the sum.
 */
final class LineWeights {
  private final int outputs;
  private final float[][][] parts;

  private LineWeights(int outputs, int depth) {
    this.outputs = outputs;
    this.parts =
        new float[(outputs + ScalarLineProduct.MOST - 1) / ScalarLineProduct.MOST][depth][];
    for (int part = 0; part < parts.length; part++) {
      for (int k = 0; k < depth; k++) {
        parts[part][k] = ScalarLineProduct.line(count(part));
      }
    }
  }

  /** The weights of a convolution, in the order kernel row, kernel column, input channel. */
  static LineWeights of(Tensor weight) {
    int inputs = weight.dim(1);
    int taps = weight.dim(2) * weight.dim(3);
    LineWeights lines = new LineWeights(weight.dim(0), taps * inputs);
    float[] row = new float[weight.rowLength()];
    for (int part = 0; part < lines.parts.length; part++) {
      int first = lines.first(part);
      for (int j = 0; j < lines.count(part); j++) {
        weight.read(first + j, first + j + 1, row);
        for (int tap = 0; tap < taps; tap++) {
          for (int input = 0; input < inputs; input++) {
            lines.parts[part][tap * inputs + input][j] = row[input * taps + tap];
          }
        }
      }
    }
    return lines;
  }

  /** The weights of {@code [outputs / PANEL][depth][PANEL]}. */
  static LineWeights ofPanels(float[] panels, int outputs, int depth) {
    LineWeights lines = new LineWeights(outputs, depth);
    for (int part = 0; part < lines.parts.length; part++) {
      for (int j = 0; j < lines.count(part); j++) {
        int output = lines.first(part) + j;
        int source = output / Kernels.PANEL * depth * Kernels.PANEL + output % Kernels.PANEL;
        for (int k = 0; k < depth; k++) {
          lines.parts[part][k][j] = panels[source + k * Kernels.PANEL];
        }
      }
    }
    return lines;
  }

  /** All weights, without what fills lines up. */
  long floats() {
    return (long) outputs * parts[0].length;
  }

  int parts() {
    return parts.length;
  }

  /** The lines of a part. */
  float[][] lines(int part) {
    return parts[part];
  }

  /** The first output of a part. */
  int first(int part) {
    return Shares.start(outputs, part, parts.length);
  }

  /** The outputs of a part. */
  int count(int part) {
    return first(part + 1) - first(part);
  }

  /** The most outputs of a part. */
  int mostCount() {
    return (outputs + parts.length - 1) / parts.length;
  }
}
