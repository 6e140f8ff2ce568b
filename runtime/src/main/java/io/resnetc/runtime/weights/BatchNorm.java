package io.resnetc.runtime.weights;

import java.util.List;

/** A batch norm as the scale and shift that it amounts to at inference, in double precision. */
public final class BatchNorm {
  private final double[] scale;
  private final double[] shift;

  /**
   * {@code scale = weight / sqrt(variance + eps)}, {@code shift = bias - mean * scale} (Ioffe and
   * Szegedy 2015, algorithm 2).
   */
  public BatchNorm(Tensor weight, Tensor bias, Tensor mean, Tensor variance, double eps) {
    int channels = weight.dim(0);
    scale = new double[channels];
    shift = new double[channels];
    for (int c = 0; c < channels; c++) {
      scale[c] = weight.values()[c] / Math.sqrt(variance.values()[c] + eps);
      shift[c] = bias.values()[c] - mean.values()[c] * scale[c];
    }
  }

  public double scale(int channel) {
    return scale[channel];
  }

  public double shift(int channel) {
    return shift[channel];
  }

  /** The scale of every channel, {@code [channels]}. */
  public Tensor scale() {
    return rounded(scale);
  }

  /** The shift of every channel, {@code [channels]}. */
  public Tensor shift() {
    return rounded(shift);
  }

  private static Tensor rounded(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return new Tensor(result, List.of(result.length));
  }
}
