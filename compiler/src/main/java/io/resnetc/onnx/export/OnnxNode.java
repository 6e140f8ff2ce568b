package io.resnetc.onnx.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.stream.LongStream;

/** One ONNX node while it is put together. */
final class OnnxNode {
  private final NodeProto.Builder node = NodeProto.newBuilder();

  OnnxNode(String type, String... inputs) {
    node.setOpType(type).addAllInput(Arrays.asList(inputs));
  }

  OnnxNode attribute(String name, long value) {
    node.addAttribute(named(name, AttributeType.INT).setI(value));
    return this;
  }

  OnnxNode attribute(String name, float value) {
    node.addAttribute(named(name, AttributeType.FLOAT).setF(value));
    return this;
  }

  OnnxNode attribute(String name, long[] values) {
    AttributeProto.Builder attribute = named(name, AttributeType.INTS);
    LongStream.of(values).forEach(attribute::addInts);
    node.addAttribute(attribute);
    return this;
  }

  String type() {
    return node.getOpType();
  }

  /** The finished node; {@code doc} may be empty. */
  NodeProto finish(String name, String output, String doc) {
    return node.setName(name).addOutput(output).setDocString(doc).build();
  }

  private static AttributeProto.Builder named(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
