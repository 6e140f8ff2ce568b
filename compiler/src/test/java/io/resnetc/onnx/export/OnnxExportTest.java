package io.resnetc.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.testing.OnnxRuntime;
import io.resnetc.testing.RandomGraphs;
import io.resnetc.testing.RecipeWeights;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime computes what the interpreter does, for any graph, optimised or not. */
class OnnxExportTest {
  private static final int BATCH = 2;
  private static final double TOLERANCE = 1e-4;

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSourceGraphMeansTheSame(long seed) {
    assertSameMeaning(RandomGraphs.source(seed), seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anOptimizedGraphMeansTheSame(long seed) {
    assertSameMeaning(RandomGraphs.optimized(seed), seed);
  }

  private static void assertSameMeaning(Graph graph, long seed) {
    RecipeWeights weights = new RecipeWeights(seed);
    float[] images = weights.images(graph, BATCH);
    double[] expected = Interpreter.output(graph, weights, RecipeWeights.widen(images));
    assumeThat(Arrays.stream(expected).allMatch(Double::isFinite))
        .as("no window of a dilated pool lies beside the image, whose maximum is no number")
        .isTrue();
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    float[] actual = OnnxRuntime.run(graph, weights, images);
    assertThat(RecipeWeights.widen(actual))
        .containsExactly(expected, within(TOLERANCE * Math.max(largest, 1e-3)));
  }
}
