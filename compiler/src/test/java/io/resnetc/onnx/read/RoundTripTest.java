package io.resnetc.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.resnetc.driver.BoundParameters;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Op;
import io.resnetc.onnx.export.OnnxExport;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.testing.RandomGraphs;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What resnetc exported, imported again. */
class RoundTripTest {
  private static final RecipeWeights WEIGHTS = new RecipeWeights(1);

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "resnet.rn, ResNet18",
    "resnet.rn, ResNet50",
    "resnet-cifar.rn, ResNet20",
    "resnet-cifar.rn, ResNet20P",
    "resnet-imagenet.rn, resnet18",
    "resnet-imagenet.rn, resnext50_32x4d",
  })
  void aSampleModelIsTheSame(String file, String model) throws UnsupportedModelException {
    Graph graph = Samples.graph(file, model, Map.of());
    ImportedModel imported = imported(graph, WEIGHTS);
    assertThat(ops(imported.graph())).isEqualTo(ops(graph));
    assertThat(imported.graph().nodes().stream().map(Node::operands))
        .isEqualTo(graph.nodes().stream().map(Node::operands).toList());
    WEIGHTS
        .tensors(graph)
        .forEach(
            (name, tensor) ->
                assertThat(imported.weights().get(name).decode().values())
                    .isEqualTo(tensor.values()));
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyGraphMeansTheSame(long seed) throws UnsupportedModelException {
    for (Graph graph : List.of(RandomGraphs.source(seed), RandomGraphs.optimized(seed))) {
      double[] images = RecipeWeights.widen(WEIGHTS.images(graph, 1));
      double[] expected = Interpreter.output(graph, WEIGHTS, images);
      assumeThat(Arrays.stream(expected).allMatch(Double::isFinite)).isTrue();
      ImportedModel imported = imported(graph, WEIGHTS);
      Weights weights = Weights.of("imported", imported.weights());
      BoundParameters bound = BoundParameters.bind(imported.graph(), weights);
      double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
      assertThat(Interpreter.output(imported.graph(), bound, images))
          .containsExactly(expected, within(1e-5 * Math.max(largest, 1)));
    }
  }

  private static ImportedModel imported(Graph graph, RecipeWeights weights)
      throws UnsupportedModelException {
    return OnnxImport.read(OnnxExport.export(graph, weights), ImportOptions.named(graph.name()));
  }

  /** The operators; an input's name is its own. */
  private static List<Op> ops(Graph graph) {
    return graph.nodes().stream()
        .map(Node::op)
        .map(op -> op instanceof Input input ? new Input("", input.shape(), input.image()) : op)
        .toList();
  }
}
