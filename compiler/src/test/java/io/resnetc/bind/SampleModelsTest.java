package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample models against what is known of PyTorch's. */
class SampleModelsTest {
  static final Path MODELS = Path.of(System.getProperty("resnetc.root"), "samples", "models");

  /** Counts are those of PyTorch's modules: what it trains, without the running statistics. */
  @ParameterizedTest
  @CsvSource({
    "resnet.rn, ResNet18, 11173962",
    "resnet.rn, ResNet34, 21282122",
    "resnet.rn, ResNet50, 23520842",
    "resnet.rn, ResNet101, 42512970",
    "resnet.rn, ResNet152, 58156618",
    "resnet-imagenet.rn, resnet18, 11689512",
    "resnet-imagenet.rn, resnet34, 21797672",
    "resnet-imagenet.rn, resnet50, 25557032",
    "resnet-imagenet.rn, resnet101, 44549160",
    "resnet-imagenet.rn, resnet152, 60192808",
    "resnet-imagenet.rn, wide_resnet50_2, 68883240",
    "resnet-imagenet.rn, resnext50_32x4d, 25028904",
    "resnet-cifar.rn, ResNet20, 269722",
    "resnet-cifar.rn, ResNet32, 464154",
    "resnet-cifar.rn, ResNet44, 658586",
    "resnet-cifar.rn, ResNet56, 853018",
    "resnet-cifar.rn, ResNet110, 1727962",
    "resnet-cifar.rn, ResNet20P, 272474",
    "zoo.rn, VGG16, 14728266",
    "zoo.rn, PreActResNet18, 11171146",
    "zoo.rn, SENet18, 11260354",
    "zoo.rn, ResNeXt29_2x64d, 9128778",
    "zoo.rn, MobileNetV2, 2296922",
    "zoo.rn, squeezenet1_1, 1235496",
    "dla.rn, DLA, 15060282",
    "dla.rn, SimpleDLA, 15142970",
    "shufflenet.rn, shufflenet_v2_x0_5, 1366792",
    "shufflenet.rn, shufflenet_v2_x1_0, 2278604",
    "shufflenet.rn, shufflenet_v2_x1_5, 3503624",
    "shufflenet.rn, shufflenet_v2_x2_0, 7393996",
    "mobilenet.rn, mobilenet_v2, 3504872",
    "mobilenet.rn, mobilenet_v3_large, 5483032",
    "mobilenet.rn, mobilenet_v3_small, 2542856",
    "densenet.rn, densenet121, 7978856",
    "densenet.rn, densenet161, 28681000",
    "densenet.rn, densenet169, 14149480",
    "densenet.rn, densenet201, 20013928",
    "inception.rn, googlenet, 6624904",
    "inception.rn, inception_v3, 23834568",
    "efficientnet.rn, efficientnet_b0, 5288548",
    "efficientnet.rn, efficientnet_b1, 7794184",
    "efficientnet.rn, efficientnet_b2, 9109994",
    "efficientnet.rn, efficientnet_b3, 12233232",
    "efficientnet.rn, efficientnet_b4, 19341616",
    "efficientnet.rn, efficientnet_b5, 30389784",
    "efficientnet.rn, efficientnet_b6, 43040704",
    "efficientnet.rn, efficientnet_b7, 66347960",
  })
  void hasAsManyParametersAsPyTorchs(String file, String model, long expected) {
    long trained =
        parameters(graph(file, model, Map.of())).entrySet().stream()
            .filter(entry -> !entry.getKey().contains(".running_"))
            .mapToLong(entry -> entry.getValue().stream().reduce(1, (a, b) -> a * b))
            .sum();
    assertThat(trained).isEqualTo(expected);
  }

  @Test
  void takesTheNumberOfClasses() {
    Graph graph = graph("resnet.rn", "ResNet18", Map.of("classes", "1000"));
    assertThat(graph.node(graph.output()).shape()).isEqualTo(Shape.vector(1000));
    assertThat(parameters(graph)).containsEntry("linear.weight", List.of(1000, 512));
  }

  static Graph graph(String file, String model, Map<String, String> defines) {
    DiagnosticLog log = new DiagnosticLog();
    Optional<Graph> graph = FrontEnd.load(MODELS.resolve(file), Optional.of(model), defines, log);
    assertThat(log.toString()).isEmpty();
    return graph.orElseThrow();
  }

  /** Every tensor that the graph reads, with its dimensions. */
  static Map<String, List<Integer>> parameters(Graph graph) {
    Map<String, List<Integer>> tensors = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      node.op().params().stream()
          .flatMap(ParamExpr::leaves)
          .forEach(leaf -> tensors.put(leaf.name(), leaf.dims()));
    }
    return tensors;
  }
}
