package io.resnetc.pass;

import static io.resnetc.pass.PassAssert.assertThatPass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.Graph;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.text.IrParser;
import io.resnetc.pass.rule.Replacement;
import io.resnetc.pass.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulePassTest {
  private static final Rule DROP_RELU =
      (graph, node) ->
          node.op() instanceof Relu
              ? Optional.of(Replacement.value(node.operands().get(0)))
              : Optional.empty();

  private static final Graph TWO_RELUS =
      IrParser.parse(
          """
          graph test {
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = relu %1
            return %2
          }
          """);

  @Test
  void returnsTheSameGraphWhenNothingFires() {
    Pass pass = new RulePass("nothing", "fires never", (graph, node) -> Optional.empty());
    assertThat(pass.run(TWO_RELUS)).isSameAs(TWO_RELUS);
  }

  @Test
  void followsReplacedOperandsWithinASweep() {
    Graph after = new RulePass("drop", "drops relus", DROP_RELU).run(TWO_RELUS);
    assertThat(after.nodes()).hasSize(1);
    assertThat(after.output()).isZero();
  }

  @Test
  void appliesTheFirstOfSeveralRulesThatFires() {
    Rule fails =
        (graph, node) -> {
          if (node.op() instanceof Relu) {
            throw new AssertionError("asked although the rule before it fired");
          }
          return Optional.empty();
        };
    Graph after = new RulePass("drop", "drops relus", DROP_RELU, fails).run(TWO_RELUS);
    assertThat(after.nodes()).hasSize(1);
  }

  @Test
  void placesAChainOfNewNodes() {
    Rule flattenFirst =
        (graph, node) ->
            node.op() instanceof Flatten && graph.operands(node).get(0).op() instanceof Relu relu
                ? Optional.of(
                    Replacement.node(
                            new Flatten(), graph.operands(node).get(0).operands(), node.origin())
                        .then(relu, node.origin()))
                : Optional.empty();
    assertThatPass(new RulePass("flatten-first", "flattens before relus", flattenFirst))
        .rewrites(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            %2 = relu %1
            %3 = flatten %2
            return %3
            """,
            """
            %0 = input image : [3, 4, 4]
            %1 = flatten %0
            %2 = relu %1
            %3 = relu %2
            return %3
            """);
  }

  @Test
  void refusesAReplacementOfAnotherShape() {
    Rule wrong =
        (graph, node) ->
            node.op() instanceof Relu
                ? Optional.of(Replacement.node(new Flatten(), node.operands(), node.origin()))
                : Optional.empty();
    assertThatThrownBy(() -> new RulePass("wrong", "changes shapes", wrong).run(TWO_RELUS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a rule replaced %1 of shape [3, 4, 4] by [48]");
  }

  @Test
  void givesUpOnRulesThatNeverComeToRest() {
    Rule restless =
        (graph, node) ->
            node.op() instanceof Relu
                ? Optional.of(Replacement.node(new Relu(), node.operands(), node.origin()))
                : Optional.empty();
    assertThatThrownBy(() -> new RulePass("restless", "never ends", restless).run(TWO_RELUS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the rules of restless never come to rest");
  }

  @Test
  void aReplacementIsOneValue() {
    assertThatThrownBy(() -> new Replacement(List.of(0, 1), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
