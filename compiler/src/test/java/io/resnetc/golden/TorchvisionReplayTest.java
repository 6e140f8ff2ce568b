package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.resnetc.ir.Graph;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.Samples;
import io.resnetc.testing.TorchRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The outputs that torchvision's own tests expect, with weights and image replayed from the seed:
 * {@code torch.manual_seed(0); resnet18(num_classes=50).eval()(torch.rand(1, 3, 224, 224))}.
 */
class TorchvisionReplayTest {
  /** Of the largest logit. */
  private static final double TOLERANCE = 1e-3;

  private static final int CLASSES = 50;

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet34"})
  void agreesWithTorchvision(String model) throws IOException {
    double[] expected = expected(model);
    Graph source =
        Samples.graph("resnet-imagenet.rn", model, Map.of("classes", String.valueOf(CLASSES)));
    TorchRandom random = new TorchRandom(0);
    Map<String, Tensor> weights = weights(source, random);
    float[] image = random.uniform(source.input().shape().elements(), 0, 1);

    Graph graph = Pipeline.standard().run(source);
    float[] actual = GeneratedNetwork.load(graph, weights).run(image);

    double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    assertThat(RecipeWeights.widen(actual)).containsExactly(expected, within(TOLERANCE * largest));
  }

  private static double[] expected(String model) throws IOException {
    Path file =
        Path.of(System.getProperty("resnetc.shared")).resolve("torchvision/" + model + ".txt");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** What the constructor of torchvision's ResNet leaves in its parameters. */
  private static Map<String, Tensor> weights(Graph graph, TorchRandom random) {
    List<ParamExpr.Named> parameters =
        graph.nodes().stream()
            .flatMap(node -> node.op().params().stream())
            .flatMap(ParamExpr::leaves)
            .toList();
    List<ParamExpr.Named> kernels =
        parameters.stream().filter(parameter -> parameter.dims().size() == 4).toList();
    Map<String, Tensor> weights = new HashMap<>();
    // Every convolution is filled as it is built, the classifier last, and then all over again.
    kernels.forEach(kernel -> random.uniform(elements(kernel), 0, 1));
    for (ParamExpr.Named parameter : parameters) {
      if (parameter.name().startsWith("fc.")) {
        float bound = (float) (1 / Math.sqrt(512));
        put(weights, parameter, random.uniform(elements(parameter), -bound, bound));
      }
    }
    for (ParamExpr.Named kernel : kernels) {
      int fanOut = elements(kernel) / kernel.dims().get(1);
      put(weights, kernel, random.normal(elements(kernel), Math.sqrt(2.0 / fanOut)));
    }
    // The batch norms are left as they are made: they do nothing.
    for (ParamExpr.Named parameter : parameters) {
      if (!weights.containsKey(parameter.name())) {
        float[] values = new float[elements(parameter)];
        boolean factor =
            parameter.name().endsWith(".weight") || parameter.name().endsWith(".running_var");
        Arrays.fill(values, factor ? 1 : 0);
        put(weights, parameter, values);
      }
    }
    return weights;
  }

  private static void put(Map<String, Tensor> weights, ParamExpr.Named parameter, float[] values) {
    weights.put(parameter.name(), new Tensor(values, parameter.dims()));
  }

  private static int elements(ParamExpr.Named parameter) {
    return parameter.dims().stream().reduce(1, Math::multiplyExact);
  }
}
