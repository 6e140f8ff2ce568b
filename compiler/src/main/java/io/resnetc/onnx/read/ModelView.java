package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.resnetc.runtime.weights.WeightsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model's parts with what must hold for all of them, whatever its operators are. */
final class ModelView {
  /** The newest operator set whose every change of a supported operator is known here. */
  private static final long NEWEST_OPERATOR_SET = 26;

  private final ModelProto model;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Constant> constants = new LinkedHashMap<>();
  private final Map<String, List<Integer>> inputs = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final String output;

  /** A batch dimension that is chosen at each call is taken for 1. */
  ModelView(ModelProto model, ImportOptions options) {
    this.model = model;
    GraphProto graph = model.getGraph();
    graph.getInitializerList().forEach(tensor -> constant(tensor.getName(), tensor));
    options.constants().forEach(this::constant);
    output = chooseOutput(options);
    graph.getNodeList().forEach(node -> used.addAll(node.getInputList()));
    used.add(output);
    graph.getInputList().stream()
        .filter(input -> !constants.containsKey(input.getName()))
        .filter(input -> used.contains(input.getName()))
        .forEach(this::input);
    if (operatorSet() > NEWEST_OPERATOR_SET) {
      problems.add(
          "operator set %d is newer than %d".formatted(operatorSet(), NEWEST_OPERATOR_SET));
    }
    if (graph.getSparseInitializerCount() > 0) {
      problems.add("sparse initializers");
    }
  }

  /** What is wrong with the model as a whole; a line each. */
  List<String> problems() {
    return problems;
  }

  Map<String, Constant> constants() {
    return constants;
  }

  /** The inputs that are not constants, and their dimensions. */
  Map<String, List<Integer>> inputs() {
    return inputs;
  }

  String output() {
    return output;
  }

  /** Whether a value is there before the first node. */
  boolean isGiven(String name) {
    GraphProto graph = model.getGraph();
    return constants.containsKey(name)
        || graph.getInputList().stream().anyMatch(input -> input.getName().equals(name))
        || graph.getInitializerList().stream().anyMatch(tensor -> tensor.getName().equals(name));
  }

  /** The names of all values that something reads. */
  Set<String> used() {
    return used;
  }

  /** The nodes on which the output depends, in order. */
  List<NodeProto> nodes() {
    Set<String> needed = new HashSet<>(Set.of(output));
    List<NodeProto> nodes = new ArrayList<>();
    List<NodeProto> all = model.getGraph().getNodeList();
    for (int i = all.size() - 1; i >= 0; i--) {
      NodeProto node = all.get(i);
      if (node.getOutputList().stream().anyMatch(needed::contains)) {
        needed.addAll(node.getInputList());
        nodes.add(0, node);
      }
    }
    return nodes;
  }

  long operatorSet() {
    return model.getOpsetImportList().stream()
        .filter(set -> isStandard(set.getDomain()))
        .mapToLong(OperatorSetIdProto::getVersion)
        .max()
        .orElse(1);
  }

  static boolean isStandard(String domain) {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }

  private String chooseOutput(ImportOptions options) {
    List<ValueInfoProto> outputs = model.getGraph().getOutputList();
    List<String> names = outputs.stream().map(ValueInfoProto::getName).toList();
    if (names.isEmpty() || options.output().isEmpty() && names.size() > 1) {
      problems.add(
          names.isEmpty()
              ? "no output"
              : "several outputs, of which one has to be chosen: " + String.join(", ", names));
      return names.isEmpty() ? "" : names.get(0);
    }
    String name = options.output().orElse(names.get(0));
    if (!names.contains(name)) {
      problems.add("no output is called '%s', only %s".formatted(name, String.join(", ", names)));
      return names.get(0);
    }
    requireFloat("output", outputs.get(names.indexOf(name)));
    return name;
  }

  private void constant(String name, TensorProto tensor) {
    try {
      constants.put(name, Constant.of(tensor.toBuilder().setName(name).build()));
    } catch (Unsupported e) {
      problems.add("'%s' %s".formatted(name, e.getMessage()));
    } catch (WeightsException e) {
      problems.add(e.getMessage());
    }
  }

  private void input(ValueInfoProto input) {
    if (!requireFloat("input", input)) {
      return;
    }
    String name = input.getName();
    if (!input.getType().getTensorType().hasShape()) {
      problems.add("input '%s' does not say its size".formatted(name));
      return;
    }
    List<Integer> dims = new ArrayList<>();
    for (TensorShapeProto.Dimension dim : input.getType().getTensorType().getShape().getDimList()) {
      boolean dynamic = dim.getDimValue() <= 0;
      if (dim.hasDimValue() && dim.getDimValue() == 0 || dim.getDimValue() > Integer.MAX_VALUE) {
        problems.add("input '%s' has a dimension of %d".formatted(name, dim.getDimValue()));
      } else if (dynamic && !dims.isEmpty()) {
        problems.add(
            "input '%s': axis %d has no fixed size%s"
                .formatted(
                    name,
                    dims.size(),
                    dim.hasDimParam() ? " ('%s')".formatted(dim.getDimParam()) : ""));
      }
      dims.add(dynamic ? 1 : (int) Math.min(dim.getDimValue(), Integer.MAX_VALUE));
    }
    inputs.put(name, List.copyOf(dims));
  }

  private boolean requireFloat(String what, ValueInfoProto value) {
    int type = value.getType().getTensorType().getElemType();
    if (value.getType().hasTensorType() && type == DataType.FLOAT_VALUE) {
      return true;
    }
    DataType named = DataType.forNumber(type);
    problems.add(
        "%s '%s' is of type %s, not float32"
            .formatted(
                what,
                value.getName(),
                !value.getType().hasTensorType() || named == null
                    ? "no tensor"
                    : named.name().toLowerCase(java.util.Locale.ROOT)));
    return false;
  }
}
