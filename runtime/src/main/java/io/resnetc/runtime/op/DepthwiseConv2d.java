package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/** A convolution whose groups have one input and one output each: a lane a channel. */
final class DepthwiseConv2d extends Conv2d {
  private final Window window;
  private final float[] weight;
  private final float[] bias;
  private final Activation activation;

  private DepthwiseConv2d(
      Kernels kernels, Window window, float[] weight, float[] bias, Activation activation) {
    super(kernels, weight.length / bias.length);
    this.window = window;
    this.weight = weight;
    this.bias = bias;
    this.activation = activation;
  }

  static DepthwiseConv2d pack(Tensor weight, Tensor bias, Window window, Activation activation) {
    float[] shift = shift(weight, bias);
    return new DepthwiseConv2d(first(), window, channelsLast(weight), shift, activation);
  }

  @Override
  DepthwiseConv2d on(Kernels other) {
    return new DepthwiseConv2d(other, window, weight, bias, activation);
  }

  private static float[] channelsLast(Tensor weight) {
    int channels = weight.dim(0);
    int taps = weight.dim(2) * weight.dim(3);
    float[] result = new float[taps * channels];
    for (int channel = 0; channel < channels; channel++) {
      for (int tap = 0; tap < taps; tap++) {
        result[tap * channels + channel] = weight.values()[channel * taps + tap];
      }
    }
    return result;
  }

  @Override
  public long work(View x, View y) {
    // An input is read for each multiply-add, where a matrix product reads it once for many.
    return 8 * super.work(x, y);
  }

  @Override
  public long weights() {
    return weight.length;
  }

  @Override
  public int scratch() {
    return bias.length;
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int lines = Views.rows(call.y(), call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int image = line / call.y().height();
      int row = line % call.y().height();
      for (int column = 0; column < call.y().width(); column++) {
        computePixel(call, call.scratch(part), image, row, column);
      }
    }
  }

  private void computePixel(Call call, float[] sums, int image, int row, int column) {
    View x = call.x();
    View z = call.z();
    float[] arena = call.arena();
    int top = row * window.strideHeight() - window.top();
    int left = column * window.strideWidth() - window.left();
    kernels.depthwise(
        arena,
        Views.pixel(x, call.images(), image, top, left),
        window.kernelHeight(),
        window.dilationHeight() * x.rowStride(),
        window.kernelWidth(),
        window.dilationWidth() * x.channels(),
        weight,
        sums,
        x.channels());
    kernels.epilogue(
        sums,
        0,
        bias,
        0,
        z == null ? null : arena,
        z == null ? 0 : Views.pixel(z, call.images(), image, row, column),
        arena,
        Views.pixel(call.y(), call.images(), image, row, column),
        0,
        1,
        x.channels(),
        activation);
  }
}
