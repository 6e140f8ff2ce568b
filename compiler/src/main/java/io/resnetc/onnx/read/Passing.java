package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** Operators that hand their input on when a trained network runs. */
final class Passing {
  private static final int IS_TEST_UNTIL = 7;

  private Passing() {}

  static Value cast(NodeView node, Translation translation) {
    if (node.attributes().integer("to", 0) != DataType.FLOAT_VALUE) {
      throw new Unsupported("a cast to another type than float32");
    }
    return node.feature(0);
  }

  static Value dropout(NodeView node, Translation translation) {
    boolean old = node.opset() < IS_TEST_UNTIL && !node.attributes().flag("is_test");
    boolean asked = node.optionalConstant(2).map(mode -> mode.scalar() != 0).orElse(false);
    if (old || asked) {
      throw new Unsupported("training mode");
    }
    node.requireOneOutput("the mask");
    return node.feature(0);
  }
}
