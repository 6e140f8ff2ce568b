package io.resnetc.onnx.read;

import static java.util.Map.entry;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What is known when the model is read: arithmetic on constants and on the shapes of values. */
final class Folding {
  private static final Map<String, Function<NodeView, Constant>> OPERATORS =
      Map.ofEntries(
          entry("Add", node -> binary(node, (a, b) -> a + b)),
          entry("Cast", Folding::cast),
          entry("Concat", Folding::concat),
          entry("Constant", Folding::constant),
          entry("ConstantOfShape", Folding::constantOfShape),
          entry("Div", node -> binary(node, (a, b) -> a / b)),
          entry("Dropout", node -> node.constant(0)),
          entry("Flatten", node -> reshaped(node, Reshapes::flattened)),
          entry("Gather", Folding::gather),
          entry("Identity", node -> node.constant(0)),
          entry("Mul", node -> binary(node, (a, b) -> a * b)),
          entry("Reshape", node -> reshaped(node, Reshapes::reshaped)),
          entry("Slice", Folding::slice),
          entry("Squeeze", node -> reshaped(node, Reshapes::squeezed)),
          entry("Sub", node -> binary(node, (a, b) -> a - b)),
          entry("Transpose", Folding::transpose),
          entry("Unsqueeze", node -> reshaped(node, Reshapes::unsqueezed)));

  /** A few bytes of a file may not fill the memory. */
  private static final int LARGEST = 1 << 24;

  private Folding() {}

  /** The node's result, where its inputs are all known. */
  static Optional<Constant> fold(NodeView node) {
    if (node.type().equals("Shape") && node.input(0) instanceof Value.Feature x) {
      return Optional.of(shape(node, x.dims()));
    }
    if (node.type().equals("Shape")) {
      return Optional.of(shape(node, node.constant(0).dims()));
    }
    boolean known =
        node.inputs().stream().flatMap(Optional::stream).allMatch(Constant.class::isInstance);
    return known
        ? Optional.ofNullable(OPERATORS.get(node.type())).map(operator -> operator.apply(node))
        : Optional.empty();
  }

  /** Whether constants of the operator fold. */
  static boolean knows(String type) {
    return type.equals("Shape") || OPERATORS.containsKey(type);
  }

  /** A constant's values broadcast to {@code dims}. */
  static double[] expand(Constant constant, List<Integer> dims) {
    return read(constant, Places.spread(constant.dims(), dims));
  }

  static Constant transposed(Constant constant, List<Integer> order) {
    List<Integer> dims = order.stream().map(constant.dims()::get).toList();
    return Constant.of(
        constant.type(), dims, read(constant, Places.transposed(constant.dims(), order)));
  }

  private static double[] read(Constant constant, int[] places) {
    double[] values = constant.values();
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }

  private static Constant shape(NodeView node, List<Integer> dims) {
    int from = bound(node.attributes().integer("start", 0), dims.size());
    int to = bound(node.attributes().integer("end", dims.size()), dims.size());
    return Constant.integers(dims.subList(from, Math.max(from, to)));
  }

  private static int bound(long axis, int rank) {
    return (int) Math.min(Math.max(axis < 0 ? axis + rank : axis, 0), rank);
  }

  private static Constant constant(NodeView node) {
    Attributes attributes = node.attributes();
    if (attributes.has("value")) {
      return Constant.of(attributes.tensor("value").orElseThrow());
    }
    if (attributes.has("value_float")) {
      return Constant.of(DataType.FLOAT, List.of(), attributes.number("value_float", 0));
    }
    if (attributes.has("value_int")) {
      return Constant.of(DataType.INT64, List.of(), attributes.integer("value_int", 0));
    }
    if (attributes.has("value_floats")) {
      double[] values =
          attributes.floats("value_floats").orElseThrow().stream().mapToDouble(v -> v).toArray();
      return Constant.of(DataType.FLOAT, List.of(values.length), values);
    }
    if (attributes.has("value_ints")) {
      double[] values =
          attributes.integers("value_ints").orElseThrow().stream().mapToDouble(v -> v).toArray();
      return Constant.of(DataType.INT64, List.of(values.length), values);
    }
    throw new Unsupported("of another type than numbers");
  }

  private static Constant constantOfShape(NodeView node) {
    List<Integer> dims =
        Arrays.stream(node.constant(0).longs()).mapToObj(Math::toIntExact).toList();
    if (Dimensions.elements(dims) > LARGEST) {
      throw new Unsupported("a constant of %s", dims);
    }
    Constant value =
        node.attributes()
            .tensor("value")
            .map(Constant::of)
            .orElse(Constant.of(DataType.FLOAT, List.of(1), 0));
    double[] values = new double[Dimensions.elements(dims)];
    Arrays.fill(values, value.scalar());
    return Constant.of(value.type(), dims, values);
  }

  private static Constant cast(NodeView node) {
    return node.constant(0)
        .as(DataType.forNumber(Math.toIntExact(node.attributes().integer("to", 1))));
  }

  private static Constant reshaped(NodeView node, Reshaping reshaping) {
    Constant x = node.constant(0);
    return x.reshaped(reshaping.of(node, x.dims()));
  }

  private static Constant transpose(NodeView node) {
    Constant x = node.constant(0);
    return transposed(x, Channels.order(node, x.dims().size()));
  }

  private static Constant binary(NodeView node, DoubleBinaryOperator function) {
    Constant a = node.constant(0);
    Constant b = node.constant(1);
    List<Integer> dims = Dimensions.broadcast(a.dims(), b.dims());
    double[] left = expand(a, dims);
    double[] right = expand(b, dims);
    double[] result = new double[left.length];
    Arrays.setAll(result, i -> function.applyAsDouble(left[i], right[i]));
    return Constant.of(a.type(), dims, result).as(a.type());
  }

  private static Constant concat(NodeView node) {
    List<Constant> parts =
        IntStream.range(0, node.inputs().size()).mapToObj(node::constant).toList();
    List<List<Integer>> dims = parts.stream().map(Constant::dims).toList();
    int axis = Dimensions.axis(node.attributes().integer("axis", 1), dims.get(0).size());
    double[] all = parts.stream().map(Constant::values).flatMapToDouble(Arrays::stream).toArray();
    Dimensions.requireEqualBut(axis, dims);
    int size = dims.stream().mapToInt(part -> part.get(axis)).sum();
    double[] values =
        Arrays.stream(Places.joined(dims, axis)).mapToDouble(place -> all[place]).toArray();
    return Constant.of(parts.get(0).type(), Dimensions.with(dims.get(0), axis, size), values);
  }

  private static Constant gather(NodeView node) {
    Constant data = node.constant(0);
    Constant indices = node.constant(1);
    int axis = Dimensions.axis(node.attributes().integer("axis", 0), data.dims().size());
    int size = data.dims().get(axis);
    int inner = Dimensions.elements(data.dims().subList(axis + 1, data.dims().size()));
    int outer = Dimensions.elements(data.dims().subList(0, axis));
    long[] chosen = indices.longs();
    double[] values = data.values();
    double[] result = new double[outer * chosen.length * inner];
    for (int i = 0; i < result.length; i++) {
      int index = Dimensions.axis(chosen[i / inner % chosen.length], size);
      result[i] = values[(i / inner / chosen.length * size + index) * inner + i % inner];
    }
    List<Integer> dims = new ArrayList<>(data.dims().subList(0, axis));
    dims.addAll(indices.dims());
    dims.addAll(data.dims().subList(axis + 1, data.dims().size()));
    return Constant.of(data.type(), dims, result);
  }

  private static Constant slice(NodeView node) {
    Constant x = node.constant(0);
    Ranges ranges = Ranges.of(node, x.dims());
    return Constant.of(x.type(), ranges.counts(), read(x, Places.of(ranges)));
  }

  /** The dimensions that a node gives to a tensor of others. */
  @FunctionalInterface
  private interface Reshaping {
    List<Integer> of(NodeView node, List<Integer> dims);
  }
}
