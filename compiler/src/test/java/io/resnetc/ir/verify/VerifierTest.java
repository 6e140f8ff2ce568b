package io.resnetc.ir.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.text.IrParser;
import io.resnetc.testing.RandomGraphs;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final Shape SHAPE = Shape.image(3, 4, 4);
  private static final Node INPUT = node(0, new Input("x", SHAPE, ImageInput.DEFAULT));

  private static Node node(int id, Op op, Integer... operands) {
    return new Node(id, op, List.of(operands), SHAPE, Origin.NONE);
  }

  private static void assertViolations(Graph graph, String... beginnings) {
    InvalidGraphException e =
        catchThrowableOfType(InvalidGraphException.class, () -> Verifier.verify(graph));
    assertThat(e).isNotNull();
    assertThat(e.violations()).hasSize(beginnings.length);
    for (int i = 0; i < beginnings.length; i++) {
      assertThat(e.violations().get(i)).startsWith(beginnings[i]);
      assertThat(e).hasMessageContaining(beginnings[i]);
    }
  }

  private static Graph parse(String nodes) {
    return IrParser.parse("graph T { %0 = input x : [3, 4, 4] " + nodes + " return %0 }");
  }

  @Test
  void randomGraphsAreValid() {
    for (long seed = 0; seed < 300; seed++) {
      Verifier.verify(RandomGraphs.source(seed));
      Verifier.verify(RandomGraphs.optimized(seed));
    }
  }

  @Test
  void idsAreDense() {
    assertViolations(
        new Graph("T", List.of(INPUT, node(5, new Relu(), 0)), 0),
        "%1: the node at position 1 has id 5");
  }

  @Test
  void operandsAreEarlierNodes() {
    assertViolations(
        new Graph("T", List.of(INPUT, node(1, new Relu(), 1), node(2, new Relu(), -1)), 0),
        "%1: the operand %1 is not an earlier node",
        "%2: the operand %-1 is not an earlier node");
  }

  @Test
  void nodeZeroIsTheOnlyInput() {
    assertViolations(new Graph("T", List.of(), 0), "it has no nodes");
    assertViolations(
        new Graph("T", List.of(INPUT, node(1, INPUT.op())), 0), "%1: an input is not node 0");
    assertViolations(
        new Graph("T", List.of(node(0, new Relu())), 0),
        "%0: node 0 is not an input",
        "%0: relu takes 1 operand, not 0");
  }

  @Test
  void shapesAreInferred() {
    assertViolations(
        parse("%1 = relu %0 : [3, 4, 5]"), "%1: the shape is [3, 4, 5], but should be [3, 4, 4]");
    assertViolations(
        parse("%1 = conv2d %0, %0, weight = @w[3, 3, 3, 3], kernel = 3 : [3, 2, 2]"),
        "%1: conv2d makes [3, 2, 2], but the residual is [3, 4, 4]");
  }

  @Test
  void theOutputExists() {
    assertViolations(new Graph("T", List.of(INPUT), 1), "the output %1 is not a node of the graph");
  }

  @Test
  void aParameterHasOneShape() {
    assertViolations(
        parse(
            """
            %1 = batch_norm %0, bn = @bn[3] eps 1
            %2 = conv2d %0, weight = @bn.weight[3, 3, 3, 3], kernel = 3
            """),
        "%2: the parameter bn.weight is [3, 3, 3, 3] here and [3] elsewhere");
  }

  @Test
  void aParameterHasPossibleDimensions() {
    assertViolations(
        parse(
            """
            %1 = flatten %0
            %2 = linear %1, weight = @w[99999999, 48] : [99999999]
            """),
        "%2: the parameter w has impossible dimensions [99999999, 48]");
  }

  @Test
  void meanAndStdHaveAnEntryForEachChannel() {
    assertViolations(
        IrParser.parse("graph T { %0 = input x : [3, 4, 4] {mean = [1], std = [1, 1]} return %0 }"),
        "%0: 1 entries of mean for 3 channels",
        "%0: 2 entries of std for 3 channels");
  }

  @Test
  void theMessageShowsTheLinesAround() {
    assertThatThrownBy(() -> Verifier.verify(parse("%1 = relu %0 : [1] %2 = relu %0")))
        .hasMessage(
            """
            graph T is not valid:
            %1: the shape is [1], but should be [3, 4, 4]
                %0 = input x : [3, 4, 4]
              > %1 = relu %0 : [1]
                %2 = relu %0 : [3, 4, 4]""");
  }
}
