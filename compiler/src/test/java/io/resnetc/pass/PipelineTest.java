package io.resnetc.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.text.IrParser;
import io.resnetc.ir.text.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Graph GRAPH =
      IrParser.parse(
          """
          graph test {
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            return %1
          }
          """);

  /** A pass that does what a test says. */
  private record TestPass(String name, UnaryOperator<Graph> body) implements Pass {
    @Override
    public String purpose() {
      return "does what the test says";
    }

    @Override
    public Graph run(Graph graph) {
      return body.apply(graph);
    }
  }

  private static final Pass KEEPS = new TestPass("keeps", graph -> graph);
  private static final Pass RETURNS_THE_INPUT =
      new TestPass("returns-the-input", graph -> new Graph(graph.name(), graph.nodes(), 0));

  @Test
  void tellsTheObserverOfEveryPassInOrder() {
    List<String> events = new ArrayList<>();
    PassObserver observer =
        new PassObserver() {
          @Override
          public void before(Pass pass, Graph graph) {
            events.add("before %s: %%%d".formatted(pass.name(), graph.output()));
          }

          @Override
          public void after(Pass pass, Graph before, Graph after) {
            events.add("after %s: %%%d".formatted(pass.name(), after.output()));
          }
        };
    new Pipeline(List.of(KEEPS, RETURNS_THE_INPUT)).run(GRAPH, observer);
    assertThat(events)
        .containsExactly(
            "before keeps: %1",
            "after keeps: %1", "before returns-the-input: %1", "after returns-the-input: %0");
  }

  @Test
  void asksTwoObserversInOrder() {
    List<String> events = new ArrayList<>();
    PassObserver first = (pass, before, after) -> events.add("first");
    PassObserver second = (pass, before, after) -> events.add("second");
    new Pipeline(List.of(KEEPS)).run(GRAPH, first.and(second));
    assertThat(events).containsExactly("first", "second");
  }

  @Test
  void namesThePassThatBreaksAnInvariantAndShowsBothGraphs() {
    Pass breaks =
        new TestPass(
            "breaks",
            graph -> {
              Node node = graph.node(1);
              Node wrong = new Node(1, node.op(), node.operands(), Shape.vector(5), node.origin());
              return new Graph(graph.name(), List.of(graph.node(0), wrong), 1);
            });
    assertThatThrownBy(() -> new Pipeline(List.of(KEEPS, breaks)).run(GRAPH))
        .isInstanceOfSatisfying(
            PassFailure.class,
            failure -> {
              assertThat(failure.pass()).isEqualTo("breaks");
              assertThat(failure.before()).isEqualTo(Printer.print(GRAPH));
              assertThat(failure.after()).contains("%1 = relu %0 : [5]");
            })
        .hasMessageStartingWith("pass breaks: graph test is not valid:")
        .hasMessageContaining("--- before breaks\ngraph test {")
        .hasMessageContaining("--- after breaks\ngraph test {");
  }

  @Test
  void namesThePassThatThrowsAndShowsWhatItWasGiven() {
    Pass throwing =
        new TestPass(
            "throwing",
            graph -> {
              throw new IllegalStateException("lost");
            });
    assertThatThrownBy(() -> new Pipeline(List.of(throwing)).run(GRAPH))
        .isInstanceOf(PassFailure.class)
        .hasMessage(
            "pass throwing: java.lang.IllegalStateException: lost\n--- before throwing\n"
                + Printer.print(GRAPH));
  }

  @Test
  void namesThePassThatChangesTheMeaningAndShowsBothGraphs() {
    assertThatThrownBy(
            () -> new Pipeline(List.of(RETURNS_THE_INPUT)).run(GRAPH, new InterpreterCheck()))
        .isInstanceOf(PassFailure.class)
        .hasMessageStartingWith("pass returns-the-input: it changed the result")
        .hasMessageContaining("--- before returns-the-input\ngraph test {")
        .hasMessageContaining("  return %0\n");
  }
}
