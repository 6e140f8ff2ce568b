package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.resnetc.driver.BoundParameters;
import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.source.SourceText;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RecipeWeights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One case of ONNX's conformance suite: a model, its inputs, and what must come out. */
final class BackendCase {
  private static final double RELATIVE = 1e-3;
  private static final double ABSOLUTE = 1e-7;

  private final ModelProto model;
  private final Map<String, TensorProto> inputs = new LinkedHashMap<>();
  private final Map<String, TensorProto> outputs = new LinkedHashMap<>();

  /** A model with its inputs in order and what its only output must be. */
  BackendCase(ModelProto model, List<Tensor> given, Tensor expected) {
    this.model = model;
    for (int i = 0; i < given.size(); i++) {
      inputs.put(model.getGraph().getInput(i).getName(), proto(given.get(i)));
    }
    outputs.put(model.getGraph().getOutput(0).getName(), proto(expected));
  }

  private BackendCase(Path folder) throws IOException {
    model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx")));
    Set<String> initializers = new TreeSet<>();
    model.getGraph().getInitializerList().forEach(tensor -> initializers.add(tensor.getName()));
    List<ValueInfoProto> given =
        model.getGraph().getInputList().stream()
            .filter(input -> !initializers.contains(input.getName()))
            .toList();
    readTensors(folder.resolve("test_data_set_0"), "input", given, inputs);
    readTensors(
        folder.resolve("test_data_set_0"), "output", model.getGraph().getOutputList(), outputs);
  }

  /** Runs a case; the answer is {@code passed}, or why it could not be run. */
  static String run(Path folder) throws IOException {
    return new BackendCase(folder).run();
  }

  /** Runs the case; the answer is {@code passed}, or why it could not be run. */
  String run() {
    Set<String> constant = new TreeSet<>();
    for (String output : outputs.keySet()) {
      try {
        constant.addAll(run(output));
      } catch (UnsupportedModelException e) {
        return String.join("; ", e.reasons()).replaceAll("\\w+_function_", "");
      }
    }
    return constant.isEmpty()
        ? "passed"
        : "passed; constant: `%s`".formatted(String.join("`, `", constant));
  }

  private static void readTensors(
      Path folder, String kind, List<ValueInfoProto> values, Map<String, TensorProto> tensors)
      throws IOException {
    for (int i = 0; i < values.size(); i++) {
      Path file = folder.resolve("%s_%d.pb".formatted(kind, i));
      if (Files.exists(file) && values.get(i).getType().hasTensorType()) {
        TensorProto tensor = TensorProto.parseFrom(Files.readAllBytes(file));
        tensors.put(values.get(i).getName(), tensor);
      } else {
        tensors.put(values.get(i).getName(), TensorProto.getDefaultInstance());
      }
    }
  }

  private static TensorProto proto(Tensor tensor) {
    TensorProto.Builder proto =
        TensorProto.newBuilder().setDataType(TensorProto.DataType.FLOAT_VALUE);
    tensor.dims().forEach(proto::addDims);
    for (float value : tensor.values()) {
      proto.addFloatData(value);
    }
    return proto.build();
  }

  /** Computes one output and compares; returns the inputs that had to be constants. */
  private Set<String> run(String output) throws UnsupportedModelException {
    UnsupportedModelException first = null;
    for (Set<String> constant : choices()) {
      Map<String, TensorProto> constants = new LinkedHashMap<>(inputs);
      constants.keySet().retainAll(constant);
      try {
        ImportedModel imported =
            OnnxImport.read(model, new ImportOptions("Case", constants, Optional.of(output)));
        compare(imported, output);
        return constant;
      } catch (UnsupportedModelException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new UnsupportedModelException(List.of("no input")) : first;
  }

  /** Which inputs may be constants: all but one, the first or another; then none. */
  private List<Set<String>> choices() {
    List<Set<String>> choices = new ArrayList<>();
    for (String data : inputs.keySet()) {
      Set<String> others = new TreeSet<>(inputs.keySet());
      others.remove(data);
      choices.add(others);
    }
    if (inputs.size() != 1) {
      choices.add(Set.of());
    }
    return choices;
  }

  private void compare(ImportedModel imported, String output) {
    Graph graph = imported.graph();
    Weights weights = Weights.of("case", imported.weights());
    float[] images = images(imported);
    double[] expected = Constant.of(outputs.get(output)).values();
    double[] interpreted =
        Interpreter.output(
            graph, BoundParameters.bind(graph, weights), RecipeWeights.widen(images));
    requireClose("the interpreter", interpreted, expected);
    SourceText.assertBindsAgain(graph);
    Network network = GeneratedNetwork.load(Pipeline.standard().run(graph), weights);
    float[] actual = new float[expected.length];
    network.run(network.newContext(), images, imported.images(), actual);
    requireClose("the generated class", RecipeWeights.widen(actual), expected);
  }

  /** Each image's inputs one after the other. */
  private float[] images(ImportedModel imported) {
    if (imported.inputs().isEmpty()) {
      return new float[imported.graph().input().shape().elements()];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int image = 0; image < imported.images(); image++) {
      for (String input : imported.inputs()) {
        float[] values = Constant.of(inputs.get(input)).source().decode().values();
        int each = values.length / imported.images();
        ByteBuffer part = ByteBuffer.allocate(each * Float.BYTES);
        part.asFloatBuffer().put(values, image * each, each);
        bytes.writeBytes(part.array());
      }
    }
    float[] images = new float[bytes.size() / Float.BYTES];
    ByteBuffer.wrap(bytes.toByteArray()).asFloatBuffer().get(images);
    return images;
  }

  private static void requireClose(String who, double[] actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      double tolerance = ABSOLUTE + RELATIVE * Math.abs(expected[i]);
      boolean close =
          Double.compare(actual[i], expected[i]) == 0
              || Math.abs(actual[i] - expected[i]) <= tolerance;
      if (actual.length != expected.length || !close) {
        throw new AssertionError(
            "%s computes %s at %d, not %s".formatted(who, actual[i], i, expected[i]));
      }
    }
  }
}
