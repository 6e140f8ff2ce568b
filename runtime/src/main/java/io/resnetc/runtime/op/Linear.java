package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/** A fully connected layer on vectors: {@code y = activation(weight * x + bias + z)}. */
public final class Linear extends KernelOperator {
  private final Segment segment;
  private final float[] bias;
  private final Activation activation;

  private Linear(Kernels kernels, Segment segment, float[] bias, Activation activation) {
    super(kernels);
    this.segment = segment;
    this.bias = bias;
    this.activation = activation;
  }

  /**
   * @param weight {@code [out, in]}
   * @param bias {@code [out]}, or null
   */
  public static Linear of(Tensor weight, Tensor bias, Activation activation) {
    int outputs = weight.dim(0);
    float[] shift = bias == null ? new float[outputs] : bias.values();
    return new Linear(first(), Segment.pack(weight, 0, 1, 1), shift, activation);
  }

  @Override
  Linear on(Kernels other) {
    return new Linear(other, segment, bias, activation);
  }

  @Override
  public long weights() {
    return segment.panels().length;
  }

  @Override
  public int scratch() {
    return Kernels.PANEL;
  }

  @Override
  public long work(View x, View y) {
    // Each weight is read for one multiply-add, and memory is that much slower.
    return 8L * segment.inputs() * segment.outputs();
  }

  @Override
  public void compute(Call call, int part, int parts) {
    int panels = segment.panelCount();
    int end = Shares.start(panels, part + 1, parts);
    for (int panel = Shares.start(panels, part, parts); panel < end; panel++) {
      for (int image = 0; image < call.images(); image++) {
        compute(call, call.scratch(part), panel, image);
      }
    }
  }

  private void compute(Call call, float[] sums, int panel, int image) {
    int depth = segment.inputs();
    int source = Views.pixel(call.x(), call.images(), image, 0, 0);
    int weightsAt = panel * depth * Kernels.PANEL;
    kernels.multiplyRow(call.arena(), source, depth, segment.panels(), weightsAt, sums, 0);
    View z = call.z();
    int first = panel * Kernels.PANEL;
    kernels.epilogue(
        sums,
        0,
        bias,
        first,
        z == null ? null : call.arena(),
        z == null ? 0 : Views.pixel(z, call.images(), image, 0, 0) + first,
        call.arena(),
        Views.pixel(call.y(), call.images(), image, 0, 0) + first,
        0,
        1,
        Math.min(Kernels.PANEL, segment.outputs() - first),
        activation);
  }
}
