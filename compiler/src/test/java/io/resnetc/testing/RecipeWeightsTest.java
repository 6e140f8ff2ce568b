package io.resnetc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recipe's numbers, as its original in Python makes them. */
class RecipeWeightsTest {
  private static void assertEnds(
      long seed, String name, List<Integer> dims, float first, float second, float last) {
    float[] values = new RecipeWeights(seed).tensor(name, dims);
    assertThat(values).hasSize(dims.stream().reduce(1, (a, b) -> a * b));
    assertThat(List.of(values[0], values[1], values[values.length - 1]))
        .containsExactly(first, second, last);
  }

  @Test
  void equalsTheOriginal() {
    assertEnds(1, "conv1.weight", List.of(4, 3, 3, 3), -0.4008685f, 0.18121398f, 0.23852998f);
    assertEnds(2, "linear.weight", List.of(3, 5), 0.1612011f, -0.34188798f, 0.008350134f);
    assertEnds(1, "bn1.weight", List.of(4), 0.984112f, 0.8178588f, 0.90743977f);
    assertEnds(3, "bn1.running_var", List.of(4), 1.0862169f, 0.9993446f, 1.1300963f);
    assertEnds(1, "bn1.bias", List.of(4), 0.08830045f, 0.063544944f, 0.0034356595f);
    assertEnds(1, "bn1.running_mean", List.of(4), -0.05482577f, -0.073618196f, 0.08518366f);
    assertEnds(1, "caf\u00e9.bias", List.of(2), -0.056212794f, -0.07869667f, -0.07869667f);
  }

  @Test
  void makesImages() {
    Graph graph = IrParser.parse("graph T { %0 = input x : [3, 4, 4] return %0 }");
    float[] images = new RecipeWeights(5).images(graph, 2);
    assertThat(images).hasSize(96);
    assertThat(images[0]).isEqualTo(1.1992744f);
    assertThat(images[95]).isEqualTo(0.9336271f);
  }

  @Test
  void namesEveryParameterOnce() {
    Graph graph = RandomGraphs.optimized(3);
    assertThat(new RecipeWeights(1).tensors(graph))
        .allSatisfy((name, tensor) -> assertThat(tensor.values()).isNotEmpty());
  }
}
