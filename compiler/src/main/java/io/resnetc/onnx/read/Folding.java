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
    List<Integer> own = Dimensions.withRank(constant.dims(), dims.size());
    int[] strides = Dimensions.strides(own);
    int[] steps = new int[dims.size()];
    Arrays.setAll(steps, i -> own.get(i) == 1 ? 0 : strides[i]);
    return read(constant, dims, steps, 0);
  }

  static Constant transposed(Constant constant, List<Integer> order) {
    int[] strides = Dimensions.strides(constant.dims());
    List<Integer> dims = order.stream().map(constant.dims()::get).toList();
    int[] steps = order.stream().mapToInt(axis -> strides[axis]).toArray();
    return Constant.of(constant.type(), dims, read(constant, dims, steps, 0));
  }

  /** The elements at {@code first} plus multiples of each axis's step. */
  private static double[] read(Constant constant, List<Integer> dims, int[] steps, int first) {
    double[] values = constant.values();
    int[] own = Dimensions.strides(dims);
    double[] result = new double[Dimensions.elements(dims)];
    for (int i = 0; i < result.length; i++) {
      int place = first;
      for (int axis = 0; axis < steps.length; axis++) {
        place += i / own[axis] % dims.get(axis) * steps[axis];
      }
      result[i] = values[place];
    }
    return result;
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
    List<Integer> dims = Arrays.stream(node.constant(0).longs()).mapToObj(n -> (int) n).toList();
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
    return node.constant(0).as(DataType.forNumber((int) node.attributes().integer("to", 1)));
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
    List<Integer> dims = node.constant(0).dims();
    int axis = Dimensions.axis(node.attributes().integer("axis", 1), dims.size());
    int outer = Dimensions.elements(dims.subList(0, axis));
    List<double[]> rows = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < node.inputs().size(); i++) {
      size += node.constant(i).dims().get(axis);
    }
    for (int row = 0; row < outer; row++) {
      for (int i = 0; i < node.inputs().size(); i++) {
        int each = node.constant(i).elements() / outer;
        rows.add(Arrays.copyOfRange(node.constant(i).values(), row * each, (row + 1) * each));
      }
    }
    double[] values = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    return Constant.of(node.constant(0).type(), Dimensions.with(dims, axis, size), values);
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
    int[] strides = Dimensions.strides(x.dims());
    int[] steps = new int[strides.length];
    int first = 0;
    for (int axis = 0; axis < steps.length; axis++) {
      steps[axis] = strides[axis] * ranges.of(axis).step();
      first += strides[axis] * ranges.of(axis).from();
    }
    List<Integer> dims = ranges.axes().stream().map(Ranges.Range::count).toList();
    return Constant.of(x.type(), dims, read(x, dims, steps, first));
  }

  /** The dimensions that a node gives to a tensor of others. */
  @FunctionalInterface
  private interface Reshaping {
    List<Integer> of(NodeView node, List<Integer> dims);
  }
}
