package io.resnetc.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.bind.FrontEnd;
import io.resnetc.bind.ModelInfo;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.driver.BoundParameters;
import io.resnetc.ir.Graph;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.OnnxRuntime;
import io.resnetc.testing.RecipeWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime's logits of each sample model, as written and optimised, and our class's agree. */
class SampleModelsTest {
  private static final Path MODELS =
      Path.of(System.getProperty("resnetc.root"), "samples", "models");
  private static final double TOLERANCE = 1e-4;

  /**
   * With random weights of the usual size their depth enlarges each rounding until no two orders of
   * sums agree, not even ONNX Runtime's own of both exports. Smaller kernels keep it small.
   */
  private static final Set<String> DEEPEST =
      Set.of("efficientnet_b5", "efficientnet_b6", "efficientnet_b7");

  private static final float SMALLER = 0.7f;

  static Stream<Arguments> models() throws IOException {
    List<Arguments> models = new ArrayList<>();
    try (Stream<Path> files = Files.list(MODELS)) {
      for (Path file : files.sorted().toList()) {
        FrontEnd source = FrontEnd.read(file, new DiagnosticLog()).orElseThrow();
        source.models().stream()
            .map(ModelInfo::name)
            .forEach(model -> models.add(Arguments.of(file, model)));
      }
    }
    return models.stream();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("models")
  void onnxRuntimeAgrees(Path file, String model) {
    Graph graph = load(file, model);
    Graph optimized = Pipeline.standard().run(graph);
    RecipeWeights recipe = new RecipeWeights(1);
    float[] images = recipe.images(graph, 1);
    Map<String, Tensor> weights = recipe.tensors(graph);
    if (DEEPEST.contains(model)) {
      weights.values().forEach(SampleModelsTest::makeSmaller);
    }
    BoundParameters parameters = BoundParameters.bind(graph, Weights.of(weights));

    float[] plain = OnnxRuntime.run(graph, parameters, images);
    assertClose("the optimised export", OnnxRuntime.run(optimized, parameters, images), plain);
    assertClose("our class", GeneratedNetwork.load(optimized, weights).run(images), plain);
  }

  private static void makeSmaller(Tensor tensor) {
    if (tensor.dims().size() == 4) {
      float[] values = tensor.values();
      for (int i = 0; i < values.length; i++) {
        values[i] *= SMALLER;
      }
    }
  }

  private static Graph load(Path file, String model) {
    DiagnosticLog log = new DiagnosticLog();
    return FrontEnd.load(file, Optional.of(model), Map.of(), log).orElseThrow();
  }

  private static void assertClose(String what, float[] actual, float[] expected) {
    float largest = 0;
    for (float logit : expected) {
      largest = Math.max(largest, Math.abs(logit));
    }
    assertThat(actual).as(what).containsExactly(expected, within((float) (TOLERANCE * largest)));
  }
}
