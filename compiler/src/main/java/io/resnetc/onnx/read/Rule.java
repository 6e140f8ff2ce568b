package io.resnetc.onnx.read;

import java.util.List;

/** What one ONNX operator becomes. */
@FunctionalInterface
interface Rule {
  /**
   * The node's outputs in order.
   *
   * @throws Unsupported when the IR cannot express the node
   */
  List<Value> apply(NodeView node, Translation translation);

  /** A rule whose operator has one output. */
  static Rule of(Single rule) {
    return (node, translation) -> List.of(rule.apply(node, translation));
  }

  /** What an operator of one output becomes. */
  @FunctionalInterface
  interface Single {
    Value apply(NodeView node, Translation translation);
  }
}
