package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * A convolution with its epilogue: {@code y = activation(conv(x) + bias + z)}. The view of {@code
 * x} must have a border of zeros that covers the padding.
 */
public abstract sealed class Conv2d extends KernelOperator
    permits GemmConv2d,
        DepthwiseConv2d,
        LineConv2d,
        StrassenConv2d,
        WidthWinogradConv2d,
        WinogradConv2d {
  final long depth;

  /**
   * @param depth multiply-adds of one output
   */
  Conv2d(Kernels kernels, long depth) {
    super(kernels);
    this.depth = depth;
  }

  /**
   * @param weight {@code [out, in / groups, kernelHeight, kernelWidth]}
   * @param bias {@code [out]}, or null
   */
  public static Conv2d of(
      Tensor weight, Tensor bias, Window window, int groups, Activation activation) {
    boolean depthwise = groups > 1 && weight.dim(0) == groups && weight.dim(1) == 1;
    if (groups == 1 && window.dilationWidth() == 1 && LineConv2d.suits(weight, 1)) {
      return LineConv2d.pack(weight, bias, window, activation);
    }
    return depthwise
        ? DepthwiseConv2d.pack(weight, bias, window, activation)
        : GemmConv2d.pack(weight, bias, window, groups, activation);
  }

  /** Multiply-adds of one output. */
  static long depth(Tensor weight) {
    return (long) weight.dim(1) * weight.dim(2) * weight.dim(3);
  }

  /** The given bias, or zeros. */
  static float[] shift(Tensor weight, Tensor bias) {
    return bias == null ? new float[weight.dim(0)] : bias.values();
  }

  /** What {@link Kernels#multiplyAndStore} wants, so that a clamp takes two instructions. */
  static float[] withoutNegativeZeros(float[] bias) {
    float[] copy = new float[bias.length];
    for (int i = 0; i < bias.length; i++) {
      copy[i] = bias[i] + 0f;
    }
    return copy;
  }

  @Override
  public long work(View x, View y) {
    return depth * Views.elements(y);
  }
}
