package io.resnetc.pass;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.text.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the passes leave of the networks that the compiler is made for. {@code RESNETC_BLESS=1} in
 * the environment rewrites the golden file.
 */
class SampleModelsTest {
  private static final Path ROOT = Path.of(System.getProperty("resnetc.root"));
  private static final Path GOLDEN =
      ROOT.resolve("compiler/src/test/resources/io/resnetc/pass/ResNet18.ir");

  @ParameterizedTest
  @CsvSource({
    "resnet.rn, ResNet18, 20",
    "resnet.rn, ResNet34, 36",
    "resnet-cifar.rn, ResNet20P, 21",
  })
  void ofA32x32NetworkOnlyConvolutionsAndTheClassifierAreLeft(
      String file, String model, long convolutions) {
    assertThat(operators(optimized(file, model)))
        .isEqualTo(
            Map.of(
                "input", 1L,
                "conv2d", convolutions,
                "global_avg_pool", 1L,
                "flatten", 1L,
                "linear", 1L));
  }

  @ParameterizedTest
  @CsvSource({"ResNet50, 49", "ResNet101, 100", "ResNet152, 151"})
  void ofBottlenecksWhatJoinedConvolutionsReadIsLeftBesides(String model, long convolutions) {
    assertThat(operators(optimized("resnet.rn", model)))
        .isEqualTo(
            Map.of(
                "input", 1L,
                "conv2d", convolutions,
                "subsample", 3L,
                "concat", 4L,
                "global_avg_pool", 1L,
                "flatten", 1L,
                "linear", 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "resnet18, 20, 0, 0",
    "resnet34, 36, 0, 0",
    "resnet50, 49, 3, 4",
    "resnet101, 100, 3, 4",
    "resnet152, 151, 3, 4",
    "wide_resnet50_2, 49, 3, 4",
    "resnext50_32x4d, 49, 3, 4",
  })
  void ofAnImageNetNetworkOneMaxPoolIsLeftBesides(
      String model, long convolutions, long subsampled, long joined) {
    Map<String, Long> operators = operators(optimized("resnet-imagenet.rn", model));
    assertThat(operators.getOrDefault("subsample", 0L)).isEqualTo(subsampled);
    assertThat(operators.getOrDefault("concat", 0L)).isEqualTo(joined);
    operators.keySet().removeAll(List.of("subsample", "concat"));
    assertThat(operators)
        .isEqualTo(
            Map.of(
                "input", 1L,
                "conv2d", convolutions,
                "max_pool", 1L,
                "global_avg_pool", 1L,
                "flatten", 1L,
                "linear", 1L));
  }

  @ParameterizedTest
  @CsvSource({"ResNet20, 19", "ResNet32, 31", "ResNet44, 43", "ResNet56, 55", "ResNet110, 109"})
  void ofACifarNetworkTheParameterFreeShortcutsAreLeftBesides(String model, long convolutions) {
    assertThat(operators(optimized("resnet-cifar.rn", model)))
        .isEqualTo(
            Map.of(
                "input", 1L,
                "conv2d", convolutions,
                "subsample", 2L,
                "channel_pad", 2L,
                "global_avg_pool", 1L,
                "flatten", 1L,
                "linear", 1L));
  }

  @ParameterizedTest
  @CsvSource({"resnet.rn, ResNet18, 8", "resnet.rn, ResNet50, 16", "resnet-cifar.rn, ResNet20, 9"})
  void everyBlockEndsInAConvolutionWithAResidualOrOfTwo(String file, String model, long blocks) {
    Graph graph = optimized(file, model);
    assertThat(graph.nodes())
        .filteredOn(node -> node.op() instanceof Conv2d)
        .filteredOn(
            node ->
                node.operands().size() == 2 || graph.operands(node).get(0).op() instanceof Concat)
        .hasSize((int) blocks);
  }

  @ParameterizedTest
  @CsvSource({"ResNet20", "ResNet20P"})
  void noPassChangesTheMeaning(String model) {
    Pipeline.standard().run(source("resnet-cifar.rn", model), new InterpreterCheck());
  }

  @Test
  void resNet18LooksAsInTheGoldenFile() throws IOException {
    String actual = lines(optimized("resnet.rn", "ResNet18"));
    if ("1".equals(System.getenv("RESNETC_BLESS"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, actual);
    }
    assertThat(actual)
        .as("run the tests with RESNETC_BLESS=1 to rewrite %s", GOLDEN.getFileName())
        .isEqualTo(Files.readString(GOLDEN));
  }

  /** Without source places, which change with every line of the sample. */
  private static String lines(Graph graph) {
    StringBuilder text = new StringBuilder();
    for (Node node : graph.nodes()) {
      String path = node.origin().path();
      text.append(Printer.line(node)).append(path.isEmpty() ? "" : "    @ " + path).append('\n');
    }
    return text.append("return %").append(graph.output()).append('\n').toString();
  }

  private static Map<String, Long> operators(Graph graph) {
    return graph.nodes().stream()
        .collect(groupingBy(node -> node.op().name(), TreeMap::new, counting()));
  }

  private static Graph optimized(String file, String model) {
    return Pipeline.standard().run(source(file, model));
  }

  private static Graph source(String file, String model) {
    Path path = ROOT.resolve("samples/models").resolve(file);
    DiagnosticLog log = new DiagnosticLog();
    return FrontEnd.load(path, Optional.of(model), Map.of(), log)
        .orElseThrow(() -> new AssertionError(log.toString()));
  }
}
