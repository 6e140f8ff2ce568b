package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.weights.Tensor;

/**
 * A convolution with its epilogue: {@code y = activation(conv(x) + bias + z)}. The view of {@code
 * x} must have a border of zeros that covers the padding.
 */
public abstract sealed class Conv2d implements Operator
    permits GemmConv2d, DepthwiseConv2d, WinogradConv2d {
  private final long depth;

  Conv2d(Tensor weight) {
    this.depth = (long) weight.dim(1) * weight.dim(2) * weight.dim(3);
  }

  /**
   * @param weight {@code [out, in / groups, kernelHeight, kernelWidth]}
   * @param bias {@code [out]}, or null
   */
  public static Conv2d of(
      Tensor weight, Tensor bias, Window window, int groups, Activation activation) {
    boolean depthwise = groups > 1 && weight.dim(0) == groups && weight.dim(1) == 1;
    return depthwise
        ? new DepthwiseConv2d(weight, bias, window, activation)
        : new GemmConv2d(weight, bias, window, groups, activation);
  }

  @Override
  public long work(View x, View y) {
    return depth * Views.elements(y);
  }
}
