package io.resnetc.runtime.op;

import io.resnetc.runtime.weights.Tensor;
import java.util.List;

/**
 * The weights of a convolution of stride s as those of one of stride 1 (polyphase decomposition):
 * it is the sum of s * s convolutions, each of every s-th row and column of the input and of the
 * kernel. Those are inputs of their own, and zeros stand where the kernel has no such row or
 * column.
 */
final class Phases {
  private Phases() {}

  /**
   * @param weight {@code [out, in, kernel, kernel]}
   * @return {@code [out, row phase * column phase * in, taps, taps]}, taps being {@code kernel /
   *     stride} rounded up; the very same for stride 1
   */
  static Tensor of(Tensor weight, int stride) {
    return stride == 1 ? weight : split(weight, stride);
  }

  private static Tensor split(Tensor weight, int stride) {
    int channels = weight.dim(1);
    int kernel = weight.dim(2);
    int taps = (kernel + stride - 1) / stride;
    int inputs = stride * stride * channels;
    float[] split = new float[Math.multiplyExact(weight.dim(0) * inputs, taps * taps)];
    for (int output = 0; output < weight.dim(0); output++) {
      for (int channel = 0; channel < channels; channel++) {
        int from = (output * channels + channel) * kernel * kernel;
        for (int row = 0; row < kernel; row++) {
          for (int column = 0; column < kernel; column++) {
            int phase = row % stride * stride + column % stride;
            int input = output * inputs + phase * channels + channel;
            int tap = row / stride * taps + column / stride;
            split[input * taps * taps + tap] = weight.values()[from + row * kernel + column];
          }
        }
      }
    }
    return new Tensor(split, List.of(weight.dim(0), inputs, taps, taps));
  }
}
