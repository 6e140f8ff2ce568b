package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.weights.Tensor;

/** A convolution by its definition, in double precision. */
final class Convolution {
  private Convolution() {}

  static double[] reference(
      Layer layer, Tensor weight, Tensor bias, Window w, int groups, Activation activation) {
    View y = layer.y;
    double[] result = new double[layer.images() * (int) Views.elements(y)];
    int at = 0;
    for (int image = 0; image < layer.images(); image++) {
      for (int row = 0; row < y.height(); row++) {
        for (int column = 0; column < y.width(); column++) {
          for (int output = 0; output < y.channels(); output++) {
            double value = sum(layer, weight, w, groups, image, output, row, column);
            value += bias == null ? 0 : bias.values()[output];
            value += layer.z == null ? 0 : layer.value(layer.z, image, output, row, column, 0);
            result[at++] = Math.min(Math.max(value, activation.low()), activation.high());
          }
        }
      }
    }
    return result;
  }

  private static double sum(
      Layer layer, Tensor weight, Window w, int groups, int image, int output, int row, int col) {
    int inputs = weight.dim(1);
    int firstInput = output / (weight.dim(0) / groups) * inputs;
    double sum = 0;
    for (int input = 0; input < inputs; input++) {
      for (int ky = 0; ky < w.kernelHeight(); ky++) {
        for (int kx = 0; kx < w.kernelWidth(); kx++) {
          int inputRow = row * w.strideHeight() - w.top() + ky * w.dilationHeight();
          int inputColumn = col * w.strideWidth() - w.left() + kx * w.dilationWidth();
          int at = ((output * inputs + input) * w.kernelHeight() + ky) * w.kernelWidth() + kx;
          sum +=
              weight.values()[at]
                  * layer.value(layer.x, image, firstInput + input, inputRow, inputColumn, 0);
        }
      }
    }
    return sum;
  }
}
