package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarLineProduct;
import io.resnetc.runtime.platform.KernelChoice;
import io.resnetc.runtime.weights.Tensor;

/**
 * A convolution of many outputs without the Vector API: the patch of a pixel, read where it lies,
 * times lines of weights.
 */
final class LineConv2d extends Conv2d {
  private final Window window;
  private final int inputs;
  private final LineWeights weights;
  private final float[] bias;
  private final Activation activation;
  private final int rows;

  private LineConv2d(
      Kernels kernels,
      Window window,
      int inputs,
      LineWeights weights,
      float[] bias,
      Activation activation) {
    super(kernels, (long) window.kernelHeight() * window.kernelWidth() * inputs);
    this.window = window;
    this.inputs = inputs;
    this.weights = weights;
    this.bias = bias;
    this.activation = activation;
    this.rows = ScalarLineProduct.rows(weights.mostCount());
  }

  /**
   * Whether the kernels that stay are faster with lines of this convolution's outputs.
   *
   * @param shorter how many times shorter lines may be: 2 for F(2x2, 3x3), which is for small maps,
   *     whose few tiles would make shorter lines yet
   */
  static boolean suits(Tensor weight, int shorter) {
    return (long) weight.dim(0) * shorter >= KernelChoice.current().steady().leastLine();
  }

  static LineConv2d pack(Tensor weight, Tensor bias, Window window, Activation activation) {
    float[] shift = withoutNegativeZeros(shift(weight, bias));
    LineWeights lines = LineWeights.of(weight);
    return new LineConv2d(first(), window, weight.dim(1), lines, shift, activation);
  }

  @Override
  LineConv2d on(Kernels other) {
    return new LineConv2d(other, window, inputs, weights, bias, activation);
  }

  @Override
  public long weights() {
    return weights.floats();
  }

  @Override
  public int scratch() {
    return 0;
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int pixels = call.images() * call.y().height() * call.y().width();
    int from = Shares.start(pixels, part, parts);
    int to = Shares.start(pixels, part + 1, parts);
    int blocks = (to - from + rows - 1) / rows;
    ScalarLineProduct product = ScalarLineProduct.ofThread();
    for (int block = 0; block < blocks; block++) {
      int start = from + Shares.start(to - from, block, blocks);
      int end = from + Shares.start(to - from, block + 1, blocks);
      for (int i = 0; i < rows; i++) {
        product.rowsAt()[i] = patch(call, Math.min(start + i, end - 1));
      }
      for (int outputs = 0; outputs < weights.parts(); outputs++) {
        compute(call, product, outputs, start, end);
      }
    }
  }

  private int patch(Call call, int pixel) {
    int line = pixel / call.y().width();
    int image = line / call.y().height();
    int top = line % call.y().height() * window.strideHeight() - window.top();
    int left = pixel % call.y().width() * window.strideWidth() - window.left();
    return Views.pixel(call.x(), call.images(), image, top, left);
  }

  private void compute(Call call, ScalarLineProduct product, int outputs, int start, int end) {
    float[][] sums = product.sums(rows);
    int count = weights.count(outputs);
    if (call.z() == null) {
      product.clear(0, end - start, count);
    } else {
      for (int pixel = start; pixel < end; pixel++) {
        int from = Views.pixel(call.z(), call.images(), pixel) + weights.first(outputs);
        System.arraycopy(call.arena(), from, sums[pixel - start], 0, count);
      }
    }
    product.multiply(
        call.arena(),
        end - start,
        window.kernelHeight(),
        window.dilationHeight() * call.x().rowStride(),
        window.kernelWidth() * inputs,
        weights.lines(outputs),
        0,
        0,
        count);
    for (int pixel = start; pixel < end; pixel++) {
      store(call, sums[pixel - start], pixel, weights.first(outputs), count);
    }
  }

  private void store(Call call, float[] sums, int pixel, int channel, int count) {
    kernels.epilogue(
        sums,
        0,
        bias,
        channel,
        null,
        0,
        call.arena(),
        Views.pixel(call.y(), call.images(), pixel) + channel,
        0,
        1,
        count,
        activation);
  }
}
