package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.resnetc.ir.Graph;
import io.resnetc.lower.Lowering;
import io.resnetc.lower.LoweringOptions;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network of the samples against PyTorch. */
class GoldenLogitsTest {
  /** Of the largest logit. PyTorch's own float32 run differs by up to 2e-6. */
  private static final double TOLERANCE = 2e-5;

  static List<GoldenCase> own() throws IOException {
    return GoldenCase.own();
  }

  static List<GoldenCase> shared() throws IOException {
    Path file = Path.of(System.getProperty("resnetc.shared")).resolve("oracle/goldens.json");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    return GoldenCase.read(file);
  }

  @ParameterizedTest
  @MethodSource("own")
  void agreesWithPyTorch(GoldenCase golden) {
    check(golden, LoweringOptions.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("own")
  void agreesWithPyTorchWhereAlgorithmsAreChosenForBatches(GoldenCase golden) {
    check(golden, LoweringOptions.DEFAULT.withBatch(8));
  }

  @ParameterizedTest
  @MethodSource("shared")
  void agreesWithPyTorchOnTheSharedCases(GoldenCase golden) {
    check(golden, LoweringOptions.DEFAULT);
  }

  private static void check(GoldenCase golden, LoweringOptions options) {
    Map<String, String> classes = Map.of("classes", String.valueOf(golden.classes()));
    Graph source = Samples.graph(golden.sampleFile(), golden.model(), classes);
    Graph graph = Pipeline.standard().run(source);
    RecipeWeights recipe = new RecipeWeights(golden.seed());
    Weights weights = Weights.of(recipe.tensors(graph));
    Network network = GeneratedNetwork.load(Lowering.lower(graph, options), weights);

    float[] actual = network.run(recipe.images(graph, golden.batch()));

    double[] expected = golden.expected();
    double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    }
    assertThat(actual).hasSameSizeAs(expected);
    assertThat(difference / largest).isLessThanOrEqualTo(TOLERANCE);
  }
}
