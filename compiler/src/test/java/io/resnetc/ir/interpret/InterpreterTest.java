package io.resnetc.ir.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import io.resnetc.testing.RandomGraphs;
import io.resnetc.testing.RecipeWeights;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each operator on numbers small enough to check by hand. */
class InterpreterTest {
  private static final Map<String, double[]> PARAMETERS =
      Map.ofEntries(
          Map.entry("ones", new double[] {1, 1, 1, 1}),
          Map.entry("taps", new double[] {1, 10, 100}),
          Map.entry("each", new double[] {10, 100}),
          Map.entry("matrix", new double[] {1, 2, 3, 4, 5, 6}),
          Map.entry("minus", new double[] {-1}),
          Map.entry("bn.weight", new double[] {2, 4}),
          Map.entry("bn.bias", new double[] {1, -1}),
          Map.entry("bn.running_mean", new double[] {3, 5}),
          Map.entry("bn.running_var", new double[] {0.5, 2}));

  /** Runs nodes on the numbers 1, 2, 3, ... as the input {@code %0}. */
  private static double[] run(String shape, String... operations) {
    StringBuilder text = new StringBuilder("graph T { %0 = input x : " + shape);
    for (int i = 0; i < operations.length; i++) {
      text.append(" %" + (i + 1) + " = " + operations[i]);
    }
    Graph graph = IrParser.parse(text + " return %" + operations.length + " }");
    double[] image =
        IntStream.rangeClosed(1, graph.input().shape().elements()).asDoubleStream().toArray();
    return Interpreter.output(graph, parameter -> PARAMETERS.get(parameter.name()), image);
  }

  @Test
  void add() {
    assertThat(run("[3]", "add %0, %0")).containsExactly(2, 4, 6);
    assertThat(run("[3]", "add %0, %0, clamp = [3, 5]")).containsExactly(3, 4, 5);
  }

  @Test
  void convolution() {
    String kernel = "weight = @ones[1, 1, 2, 2], kernel = 2";
    assertThat(run("[1, 3, 3]", "conv2d %0, " + kernel)).containsExactly(12, 16, 24, 28);
    assertThat(run("[1, 3, 3]", "conv2d %0, stride = 2, padding = [1, 1, 0, 0], " + kernel))
        .containsExactly(1, 5, 11, 28);
    assertThat(run("[1, 3, 3]", "conv2d %0, dilation = 2, " + kernel)).containsExactly(20);
    assertThat(run("[1, 1, 4]", "conv2d %0, weight = @taps[1, 1, 1, 3], kernel = [1, 3]"))
        .as("cross-correlation: the kernel is not flipped")
        .containsExactly(321, 432);
    assertThat(
            run(
                "[1, 1, 4]",
                "conv2d %0, weight = @taps[1, 1, 1, 3], kernel = [1, 3], stride = [1, 2],"
                    + " padding = [0, 2], dilation = [1, 2]"))
        .containsExactly(310, 31);
  }

  @Test
  void convolutionWithGroups() {
    assertThat(run("[2, 1, 2]", "conv2d %0, weight = @each[2, 1, 1, 1], kernel = 1, groups = 2"))
        .containsExactly(10, 20, 300, 400);
    assertThat(run("[2, 1, 2]", "conv2d %0, weight = @each[1, 2, 1, 1], kernel = 1"))
        .containsExactly(310, 420);
  }

  @Test
  void convolutionWithEpilogue() {
    assertThat(
            run(
                "[2, 1, 1]",
                "conv2d %0, %0, weight = @each[2, 1, 1, 1], bias = @each[2], kernel = 1,"
                    + " groups = 2, clamp = [0, 50]"))
        .containsExactly(21, 50);
  }

  @Test
  void linear() {
    assertThat(run("[3]", "linear %0, weight = @matrix[2, 3]")).containsExactly(14, 32);
    assertThat(run("[3]", "linear %0, weight = @matrix[2, 3], bias = @each[2], clamp = [0, 99]"))
        .containsExactly(24, 99);
  }

  @Test
  void batchNorm() {
    double first = Math.sqrt(0.75);
    assertThat(run("[2, 1, 2]", "batch_norm %0, bn = @bn[2] eps 0.25"))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(-4 / first + 1, -2 / first + 1, -8 / 1.5 - 1, -4 / 1.5 - 1);
  }

  @Test
  void scaleShift() {
    assertThat(
            run(
                "[2, 1, 2]",
                "scale_shift %0, scale = @each[2], shift = @each[2], clamp = [0, 450]"))
        .containsExactly(20, 30, 400, 450);
  }

  /** What passes make of a batch norm means what the batch norm means. */
  @Test
  void foldedBatchNorms() {
    String bn = "@bn[2] eps 0.25";
    String conv = "weight = %s, kernel = 1, groups = 2";
    double[] expected =
        run(
            "[2, 1, 2]",
            "conv2d %0, bias = @each[2], " + conv.formatted("@each[2, 1, 1, 1]"),
            "batch_norm %1, bn = " + bn);
    double[] folded =
        run(
            "[2, 1, 2]",
            "conv2d %0, "
                + conv.formatted("fold(@each[2, 1, 1, 1], %s)".formatted(bn))
                + ", bias = fold_bias(@each[2], %s)".formatted(bn));
    double[] lowered =
        run(
            "[2, 1, 2]",
            "conv2d %0, bias = @each[2], " + conv.formatted("@each[2, 1, 1, 1]"),
            "scale_shift %%1, scale = scale(%s), shift = shift(%s)".formatted(bn, bn));
    assertThat(folded).containsExactly(expected, within(1e-10));
    assertThat(lowered).containsExactly(expected, within(1e-10));
  }

  @Test
  void pools() {
    assertThat(run("[1, 3, 3]", "max_pool %0, kernel = 2")).containsExactly(5, 6, 8, 9);
    assertThat(run("[1, 3, 3]", "max_pool %0, kernel = 2, stride = 2, ceil"))
        .containsExactly(5, 6, 8, 9);
    assertThat(run("[1, 3, 3]", "max_pool %0, kernel = 2, dilation = 2")).containsExactly(9);
    assertThat(
            run(
                "[1, 2, 2]",
                "scale_shift %0, scale = @minus[1], shift = @minus[1]",
                "max_pool %1, kernel = 3, stride = 3, padding = 1"))
        .as("padding never wins")
        .containsExactly(-2);
    assertThat(run("[2, 1, 3]", "global_avg_pool %0")).containsExactly(2, 5);
  }

  @Test
  void averagePoolsDivideAsInPyTorch() {
    String pool = "avg_pool %0, kernel = 2, stride = 2, ";
    assertThat(run("[1, 3, 3]", pool + "padding = 1")).containsExactly(0.25, 1.25, 2.75, 7);
    assertThat(run("[1, 3, 3]", pool + "padding = 1, count_include_pad = false"))
        .containsExactly(1, 2.5, 5.5, 7);
    assertThat(run("[1, 3, 3]", pool + "ceil"))
        .as("what hangs over the edge does not count")
        .containsExactly(3, 4.5, 7.5, 9);
    assertThat(
            run(
                "[1, 1, 4]",
                "avg_pool %0, kernel = [1, 4], stride = [1, 3], padding = [0, 1]," + " ceil"))
        .as("padding counts, what lies beyond it does not")
        .containsExactly(1.5, 7 / 3.0);
  }

  @Test
  void rearrangements() {
    assertThat(run("[1, 3, 3]", "subsample %0, stride = 2")).containsExactly(1, 3, 7, 9);
    assertThat(run("[1, 1, 2]", "channel_pad %0, before = 1, after = 2"))
        .containsExactly(0, 0, 1, 2, 0, 0, 0, 0);
    assertThat(run("[2, 1, 2]", "flatten %0")).containsExactly(1, 2, 3, 4);
    assertThat(run("[2]", "identity %0")).containsExactly(1, 2);
  }

  @Test
  void softmax() {
    assertThat(run("[2]", "softmax %0"))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(1 / (1 + Math.E), Math.E / (1 + Math.E));
    Graph graph = IrParser.parse("graph T { %0 = input x : [2] %1 = softmax %0 return %1 }");
    assertThat(Interpreter.output(graph, parameter -> null, new double[] {1000, 1000}))
        .containsExactly(0.5, 0.5);
  }

  @Test
  void reluKeepsNaN() {
    Graph graph = IrParser.parse("graph T { %0 = input x : [3] %1 = relu %0 return %1 }");
    assertThat(Interpreter.output(graph, parameter -> null, new double[] {-1, Double.NaN, 2}))
        .containsExactly(0, Double.NaN, 2);
  }

  @Test
  void aBatchIsImageAfterImage() {
    for (long seed = 0; seed < 50; seed++) {
      Graph graph = RandomGraphs.optimized(seed);
      RecipeWeights weights = new RecipeWeights(seed);
      double[] images = RecipeWeights.widen(weights.images(graph, 2));
      double[] output = Interpreter.output(graph, weights, images);
      double[] second = Arrays.copyOfRange(images, images.length / 2, images.length);
      assertThat(Arrays.copyOfRange(output, output.length / 2, output.length))
          .containsExactly(Interpreter.output(graph, weights, second));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> run("[2, 1, 1]", "conv2d %0, weight = @taps[2, 2, 1, 1], kernel = 1"))
        .hasMessage("the parameter taps has 3 values, but is [2, 2, 1, 1]");
    Graph graph = IrParser.parse("graph T { %0 = input x : [3] return %0 }");
    assertThatThrownBy(() -> Interpreter.output(graph, parameter -> null, new double[4]))
        .hasMessage("4 values are no batch of [3]");
  }
}
