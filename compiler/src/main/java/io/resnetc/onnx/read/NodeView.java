package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One node of the model with what is known of its inputs.
 *
 * @param inputs empty where an optional input is left out
 * @param opset the version of the operators
 * @param used the names of all values that something reads
 */
record NodeView(
    NodeProto proto,
    List<Optional<Value>> inputs,
    Attributes attributes,
    long opset,
    Set<String> used) {
  NodeView {
    inputs = List.copyOf(inputs);
  }

  String type() {
    return proto.getOpType();
  }

  boolean has(int input) {
    return input < inputs.size() && inputs.get(input).isPresent();
  }

  /** An input that must be there. */
  Value input(int index) {
    if (!has(index)) {
      throw new Unsupported("input %d is missing", index);
    }
    return inputs.get(index).get();
  }

  boolean isConstant(int input) {
    return input(input) instanceof Constant;
  }

  /** An input that is computed from the network's. */
  Value.Feature feature(int index) {
    if (input(index) instanceof Value.Feature feature) {
      return feature;
    }
    throw new Unsupported("input %d is a constant, where a computed value is needed", index);
  }

  /** An input that is known when the model is read. */
  Constant constant(int index) {
    if (input(index) instanceof Constant constant) {
      return constant;
    }
    throw new Unsupported(
        "'%s' is computed; only a constant is supported there", proto.getInput(index));
  }

  Optional<Constant> optionalConstant(int index) {
    return has(index) ? Optional.of(constant(index)) : Optional.empty();
  }

  /** A list of integers: an attribute in old operator sets, an input in new ones. */
  Optional<long[]> integers(String attribute, int input) {
    return attributes
        .integers(attribute)
        .map(list -> list.stream().mapToLong(Long::longValue).toArray())
        .or(() -> optionalConstant(input).map(Constant::longs));
  }

  /** A number: an attribute in old operator sets, an input in new ones. */
  double number(String attribute, int input, double byDefault) {
    if (attributes.has(attribute)) {
      return attributes.number(attribute, byDefault);
    }
    return optionalConstant(input)
        .map(constant -> Attributes.decimal((float) constant.scalar()))
        .orElse(byDefault);
  }

  /** Refuses a node of which more than the first output is read. */
  void requireOneOutput(String what) {
    boolean more = proto.getOutputList().stream().skip(1).anyMatch(name -> used.contains(name));
    if (more) {
      throw new Unsupported("%s is not supported as an output", what);
    }
  }

  /** Refuses values of an attribute that are not in the list. */
  void requireText(String attribute, String byDefault, String... supported) {
    String value = attributes.text(attribute, byDefault);
    if (!Arrays.asList(supported).contains(value)) {
      throw new Unsupported("%s '%s'", attribute, value);
    }
  }

  /** The name of the parameter at {@code input}, from which module names are taken. */
  String inputName(int input) {
    return input < proto.getInputCount() ? proto.getInput(input) : "";
  }
}
