package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.ir.Graph;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Network;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RecipeWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of other shapes, written by other people: the language can say them, and they run. */
class ZooLogitsTest {
  /** Of the largest logit. */
  private static final double TOLERANCE = 2e-5;

  private static final Path FILE =
      Path.of("src", "test", "resources", "io", "resnetc", "golden", "zoo.rn");

  /** A case of the shared file. */
  private record Case(String model, long seed, List<double[]> logits) {}

  @ParameterizedTest
  @CsvSource({
    "VGG16, 14728266",
    "PreActResNet18, 11171146",
    "ResNeXt29_2x64d, 9128778",
    "MobileNetV2, 2296922"
  })
  void hasAsManyParametersAsPyTorchs(String model, long expected) {
    long trained =
        graph(model).nodes().stream()
            .flatMap(node -> node.op().params().stream())
            .flatMap(ParamExpr::leaves)
            .distinct()
            .filter(leaf -> !leaf.name().contains(".running_"))
            .mapToLong(leaf -> leaf.dims().stream().reduce(1, (a, b) -> a * b))
            .sum();
    assertThat(trained).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"VGG16", "PreActResNet18", "ResNeXt29_2x64d", "MobileNetV2"})
  void agreesWithPyTorch(String model) throws IOException {
    Path file = Path.of(System.getProperty("resnetc.shared")).resolve("zoo/goldens.json");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    Case golden =
        Arrays.stream(new Gson().fromJson(Files.readString(file), Case[].class))
            .filter(found -> found.model().equals("cifar/" + model))
            .findFirst()
            .orElseThrow();
    Graph graph = Pipeline.standard().run(graph(model));
    RecipeWeights recipe = new RecipeWeights(golden.seed());
    Network network = GeneratedNetwork.load(graph, recipe.tensors(graph));
    float[] actual = network.run(recipe.images(graph, 1));
    double[] expected = golden.logits().get(0);
    double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) / largest).isLessThanOrEqualTo(TOLERANCE);
    }
  }

  private static Graph graph(String model) {
    DiagnosticLog log = new DiagnosticLog();
    return FrontEnd.load(FILE, Optional.of(model), Map.of(), log)
        .orElseThrow(() -> new AssertionError(log.toString()));
  }
}
