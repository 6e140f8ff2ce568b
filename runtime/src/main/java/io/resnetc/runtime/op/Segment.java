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
  /** Segment {@code index} of a convolution that takes {@code groupsEach} groups a segment. */
  static Segment pack(Tensor weight, int index, int groupsEach, int groups) {
    int first = index * groupsEach;
    int count = Math.min(groupsEach, groups - first);
    int groupInputs = weight.dim(1);
    int groupOutputs = weight.dim(0) / groups;
    int inputs = count * groupInputs;
    int outputs = count * groupOutputs;
    int taps = weight.rowLength() / groupInputs;
    float[] panels = new float[panelCount(outputs) * taps * inputs * Kernels.PANEL];
    Segment segment =
        new Segment(first * groupInputs, inputs, first * groupOutputs, outputs, panels);
    float[] rows = new float[Math.min(Kernels.PANEL, outputs) * weight.rowLength()];
    for (int panel = 0; panel < segment.panelCount(); panel++) {
      segment.packPanel(panel, weight, rows, groupOutputs);
    }
    return segment;
  }

  /**
   * The outputs of a panel side by side. Both arrays are walked a cache line at a time: a network
   * has tens of millions of weights, and they are packed before the first answer.
   *
   * @param rows receives their weights
   */
  private void packPanel(int panel, Tensor weight, float[] rows, int groupOutputs) {
    int groupInputs = weight.dim(1);
    int length = weight.rowLength();
    int taps = length / groupInputs;
    int first = panel * Kernels.PANEL;
    int count = Math.min(Kernels.PANEL, outputs - first);
    weight.read(outputStart + first, outputStart + first + count, rows);
    int start = panel * taps * inputs * Kernels.PANEL;
    int[] sources = new int[count];
    int[] targets = new int[count];
    for (int j = 0; j < count; j++) {
      int inputAt = (first + j) / groupOutputs * groupInputs;
      sources[j] = j * length;
      targets[j] = start + inputAt * Kernels.PANEL + j;
    }
    for (int input = 0; input < groupInputs; input++) {
      for (int tap = 0; tap < taps; tap++) {
        int target = (tap * inputs + input) * Kernels.PANEL;
        copy(rows, sources, input * taps + tap, panels, targets, target, count);
      }
    }
  }

  // A method of its own, because C2 compiles a loop in a loop for four times as long, and twice.
  private static void copy(
      float[] weight, int[] sources, int source, float[] to, int[] targets, int target, int count) {
    for (int j = 0; j < count; j++) {
      to[targets[j] + target] = weight[sources[j] + source];
    }
  }

  int panelCount() {
    return panelCount(outputs);
  }

  private static int panelCount(int outputs) {
    return (outputs + Kernels.PANEL - 1) / Kernels.PANEL;
  }
}
