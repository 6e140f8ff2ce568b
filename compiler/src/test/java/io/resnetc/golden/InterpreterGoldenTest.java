package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.Samples;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The interpreter and PyTorch in double precision mean the same: all but the last digits agree. */
class InterpreterGoldenTest {
  private static final double TOLERANCE = 1e-12;

  /** One of each kind: the interpreter is too slow for all of them. */
  private static final Set<String> MODELS =
      Set.of("ResNet18", "ResNet20", "resnet18", "resnext50_32x4d", "MobileNetV2");

  static Stream<GoldenCase> cases() throws IOException {
    return GoldenCase.own().stream()
        .filter(golden -> MODELS.contains(golden.model()) && golden.classes() == 10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPyTorch(GoldenCase golden) {
    Map<String, String> classes = Map.of("classes", String.valueOf(golden.classes()));
    Graph graph = Samples.graph(golden.sampleFile(), golden.model(), classes);
    RecipeWeights recipe = new RecipeWeights(golden.seed());
    double[] images = RecipeWeights.widen(recipe.images(graph, golden.batch()));

    double[] expected = golden.expected();
    double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    assertThat(Interpreter.output(graph, recipe, images))
        .containsExactly(expected, within(TOLERANCE * largest));
  }
}
