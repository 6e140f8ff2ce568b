package io.resnetc.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Borders, algorithms and what may be computed in place. */
class LoweringTest {
  private final GraphBuilder builder = new GraphBuilder("Test");

  @Test
  void aConvolutionsInputGetsTheBorderThatItsWindowsReach() {
    int x = input(4, 8, 8);
    Graph graph = builder.build(conv(x, 4, Window.square(3, 1, 1), 1));
    assertThat(borders(graph)).containsExactly(new Border(1, 1, 1, 1), Border.NONE);
  }

  @Test
  void aStrideThatDoesNotReachTheLastRowNeedsNoBorderThere() {
    int x = input(4, 8, 8);
    Graph graph = builder.build(conv(x, 4, Window.square(3, 2, 1), 1));
    assertThat(borders(graph)).containsExactly(new Border(1, 1, 0, 0), Border.NONE);
  }

  @Test
  void theLargestNeedOfAllReadersWins() {
    int x = input(4, 8, 8);
    int a = conv(x, 4, Window.square(3, 1, 1), 1);
    int b = conv(x, 4, Window.square(5, 1, 2), 1);
    Graph graph = builder.build(conv(b, a, 4, Window.square(1, 1, 0)));
    assertThat(borders(graph).get(x)).isEqualTo(new Border(2, 2, 2, 2));
  }

  @Test
  void aResidualAndTheSumLieAlike() {
    int x = input(4, 8, 8);
    int sum = conv(x, x, 4, Window.square(3, 1, 1));
    int last = conv(sum, sum, 4, Window.square(3, 1, 1));
    Graph graph = builder.build(last);
    assertThat(borders(graph).get(last)).isEqualTo(new Border(1, 1, 1, 1));
  }

  @Test
  void choosesAnAlgorithmByShape() {
    int x = input(32, 8, 8);
    int a = conv(x, 32, Window.square(3, 1, 1), 1);
    int b = conv(a, 32, Window.square(1, 1, 0), 1);
    int c = conv(b, 32, Window.square(1, 2, 0), 1);
    int d = conv(c, 32, Window.square(3, 1, 1), 8);
    int e = conv(d, 32, Window.square(3, 1, 1), 32);
    int f = builder.add(new GlobalAvgPool(), List.of(e), Origin.NONE);
    Graph graph = builder.build(builder.add(new Flatten(), List.of(f), Origin.NONE));
    LoweringOptions strict = new LoweringOptions(Numerics.STRICT, 1, Map.of());
    assertThat(Lowering.lower(graph, strict).steps().stream().map(Step::algorithm))
        .containsExactly(
            Algorithm.LAYOUT,
            Algorithm.DIRECT,
            Algorithm.POINTWISE,
            Algorithm.DIRECT,
            Algorithm.GROUPED,
            Algorithm.DEPTHWISE,
            Algorithm.LOOP,
            Algorithm.ALIAS);
  }

  @Test
  void aFlattenThatReordersIsWork() {
    int x = input(4, 2, 2);
    Graph graph = builder.build(builder.add(new Flatten(), List.of(x), Origin.NONE));
    assertThat(Lowering.lower(graph).steps().get(1).algorithm()).isEqualTo(Algorithm.LOOP);
  }

  private int input(int channels, int height, int width) {
    Shape shape = Shape.image(channels, height, width);
    return builder.add(new Input("image", shape, ImageInput.DEFAULT), List.of(), Origin.NONE);
  }

  private int conv(int x, int out, Window window, int groups) {
    return builder.add(op(x, out, window, groups), List.of(x), Origin.NONE);
  }

  private int conv(int x, int residual, int out, Window window) {
    return builder.add(op(x, out, window, 1), List.of(x, residual), Origin.NONE);
  }

  private Conv2d op(int x, int out, Window window, int groups) {
    List<Integer> dims =
        List.of(
            out, builder.shape(x).channels() / groups, window.kernelHeight(), window.kernelWidth());
    ParamExpr weight = new ParamExpr.Named("w" + x + "." + out, dims);
    return new Conv2d(weight, Optional.empty(), window, groups, Activation.NONE);
  }

  private static List<Border> borders(Graph graph) {
    return Lowering.lower(graph).buffers().stream().map(Buffer::border).toList();
  }
}
