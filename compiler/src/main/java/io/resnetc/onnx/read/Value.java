package io.resnetc.onnx.read;

import java.util.List;

/** What is known of a value of an ONNX graph. */
sealed interface Value permits Constant, Value.Feature, Value.Unknown {

  /**
   * What is computed from the input.
   *
   * @param dims its ONNX dimensions, with the batch
   * @param node the node of the IR that computes it, whose shape has the same elements in the same
   *     order, but perhaps other dimensions
   */
  record Feature(List<Integer> dims, int node) implements Value {
    public Feature {
      dims = List.copyOf(dims);
    }
  }

  /** The result of a node that was refused; what uses it is not refused again. */
  record Unknown() implements Value {}
}
