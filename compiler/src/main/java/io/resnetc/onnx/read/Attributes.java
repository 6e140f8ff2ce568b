package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A node's attributes by name. */
final class Attributes {
  private final Map<String, AttributeProto> attributes;

  Attributes(NodeProto node) {
    attributes =
        node.getAttributeList().stream()
            .collect(Collectors.toMap(AttributeProto::getName, Function.identity(), (a, b) -> a));
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  long integer(String name, long byDefault) {
    return find(name).map(AttributeProto::getI).orElse(byDefault);
  }

  boolean flag(String name) {
    return integer(name, 0) != 0;
  }

  /** A number; of all doubles that are this float the one that a person would write. */
  double number(String name, double byDefault) {
    return find(name).map(a -> decimal(a.getF())).orElse(byDefault);
  }

  String text(String name, String byDefault) {
    return find(name).map(a -> a.getS().toStringUtf8()).orElse(byDefault);
  }

  Optional<List<Long>> integers(String name) {
    return find(name).map(AttributeProto::getIntsList);
  }

  Optional<List<Float>> floats(String name) {
    return find(name).map(AttributeProto::getFloatsList);
  }

  Optional<TensorProto> tensor(String name) {
    return find(name).map(AttributeProto::getT);
  }

  static double decimal(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private Optional<AttributeProto> find(String name) {
    return Optional.ofNullable(attributes.get(name));
  }
}
