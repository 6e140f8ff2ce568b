package io.resnetc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Padding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The random graphs reach what they are meant to reach. */
class RandomGraphsTest {
  private final List<Graph> sources =
      LongStream.range(0, 100).mapToObj(RandomGraphs::source).toList();
  private final List<Graph> optimized =
      LongStream.range(0, 100).mapToObj(RandomGraphs::optimized).toList();

  private static List<Op> ops(List<Graph> graphs) {
    return graphs.stream().flatMap(graph -> graph.nodes().stream()).map(Node::op).toList();
  }

  private void assertSomeConvolution(List<Graph> graphs, String what, Predicate<Conv2d> property) {
    assertThat(ops(graphs)).as(what).anyMatch(op -> op instanceof Conv2d c && property.test(c));
  }

  @Test
  void everyOperatorOccurs() {
    assertThat(ops(optimized))
        .map(op -> (Object) op.getClass())
        .containsAll(Set.of(Op.class.getPermittedSubclasses()));
  }

  @Test
  void everyKindOfConvolutionOccurs() {
    assertSomeConvolution(sources, "grouped", c -> c.groups() > 1 && c.weight().dims().get(1) > 1);
    assertSomeConvolution(
        sources, "depthwise", c -> c.groups() > 1 && c.weight().dims().get(1) == 1);
    assertSomeConvolution(sources, "dilated", c -> c.window().dilationHeight() > 1);
    assertSomeConvolution(sources, "strided", c -> c.window().strideWidth() > 1);
    assertSomeConvolution(sources, "biased", c -> c.bias().isPresent());
    assertSomeConvolution(
        sources,
        "padded on one side",
        c -> !c.window().padding().equals(Padding.all(c.window().padding().top())));
  }

  @Test
  void sourcesHaveNoEpiloguesAndOptimizedGraphsHave() {
    assertThat(ops(sources))
        .filteredOn(Conv2d.class::isInstance)
        .allMatch(op -> ((Conv2d) op).activation().equals(Activation.NONE));
    assertSomeConvolution(optimized, "clamped", c -> c.activation().high() == 6);
    assertThat(optimized)
        .flatMap(Graph::nodes)
        .anyMatch(node -> node.op() instanceof Conv2d && node.operands().size() == 2);
  }

  @Test
  void aSeedAlwaysMakesTheSameGraph() {
    assertThat(RandomGraphs.optimized(42)).isEqualTo(RandomGraphs.optimized(42));
    assertThat(RandomGraphs.source(42)).isNotEqualTo(RandomGraphs.source(43));
  }
}
