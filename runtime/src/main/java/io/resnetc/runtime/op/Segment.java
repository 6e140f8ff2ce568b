package io.resnetc.runtime.op;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.weights.Tensor;

/**
 * Output channels of a convolution that read the same input channels, with their weights packed in
 * panels {@code [outputs / PANEL][depth][PANEL]}, depth in the order kernel row, kernel column,
 * input channel. A plain convolution is one segment; a group is one, or where groups are narrower
 * than a panel several are, zeros standing where an output does not read an input.
 *
 * @param inputStart the first input channel
 * @param inputs how many
 * @param outputStart the first output channel
 * @param outputs how many
 * @param panels the packed weights
 */
record Segment(int inputStart, int inputs, int outputStart, int outputs, float[] panels) {
  /**
   * Depth of one product; longer sums are made of several, in order. Such a part of a panel (64
   * KiB) stays in the second-level cache while all rows pass over it.
   */
  static final int DEPTH_BLOCK = 512;

  /** Segment {@code index} of a convolution that takes {@code groups} groups a segment. */
  static Segment pack(Tensor weight, int index, int groupsEach, int groups) {
    int first = index * groupsEach;
    int count = Math.min(groupsEach, groups - first);
    int groupInputs = weight.dim(1);
    int groupOutputs = weight.dim(0) / groups;
    int inputs = count * groupInputs;
    int outputs = count * groupOutputs;
    int taps = weight.dim(2) * weight.dim(3);
    float[] panels = new float[panelCount(outputs) * taps * inputs * Kernels.PANEL];
    for (int output = 0; output < outputs; output++) {
      int inputAt = output / groupOutputs * groupInputs;
      int source = (first * groupOutputs + output) * groupInputs * taps;
      int panel = output / Kernels.PANEL * taps * inputs * Kernels.PANEL;
      int target = panel + inputAt * Kernels.PANEL + output % Kernels.PANEL;
      for (int input = 0; input < groupInputs; input++) {
        for (int tap = 0; tap < taps; tap++) {
          int depth = tap * inputs + input;
          panels[target + depth * Kernels.PANEL] = weight.values()[source + input * taps + tap];
        }
      }
    }
    return new Segment(first * groupInputs, inputs, first * groupOutputs, outputs, panels);
  }

  int panelCount() {
    return panelCount(outputs);
  }

  private static int panelCount(int outputs) {
    return (outputs + Kernels.PANEL - 1) / Kernels.PANEL;
  }
}
