package io.resnetc.source;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Input;
import java.util.Optional;

/** Prints a graph as a model: a chain of steps for each value that has a name. */
public final class SourceWriter {
  private static final int WIDTH = 100;

  private final Graph graph;
  private final boolean[] live;
  private final Chains chains;
  private final ValueNames names;
  private final StringBuilder text = new StringBuilder();

  private SourceWriter(Graph graph) {
    this.graph = graph;
    live = Chains.live(graph);
    chains = new Chains(graph, live);
    names = new ValueNames(graph.input().label());
  }

  /**
   * The graph's source text.
   *
   * @throws IllegalArgumentException when an operator has an epilogue, as passes give it
   */
  public static String print(Graph graph) {
    return new SourceWriter(graph).print();
  }

  private String print() {
    text.append("model ").append(graph.name()).append(" {\n");
    text.append(InputText.of((Input) graph.node(0).op()));
    names.give(graph.node(0), graph.input().label());
    for (Node node : graph.nodes()) {
      if (node.id() > 0 && live[node.id()] && chains.ends(node) && !isReturned(node)) {
        String chain = chain(node); // before the name is given: it may be its own operand's
        statement(names.give(node) + " = ", chain);
      }
    }
    Node output = graph.node(graph.output());
    statement("return ", isReturned(output) ? chain(output) : names.of(output));
    return text.append("}\n").toString();
  }

  /** Whether a value is used only as the result, so that it needs no name. */
  private boolean isReturned(Node node) {
    return node.id() == graph.output() && chains.uses(node) == 1 && node.id() > 0;
  }

  /** The steps that lead to a node from the nearest values with names. */
  private String chain(Node node) {
    Optional<String> step = node.op().accept(new StepText(chains.shape(node)));
    if (step.isEmpty()) {
      return InfixText.of(node.op(), graph.operands(node).stream().map(names::of).toList());
    }
    Node operand = graph.node(node.operands().get(0));
    String source = chains.ends(operand) ? names.of(operand) : chain(operand);
    boolean labelled = !node.origin().label().isEmpty();
    String label = labelled ? node.origin().path() + ": " : "";
    return source + "\n-> " + label + step.get();
  }

  /** A statement on one line, or where it is too long on a line for each step. */
  private void statement(String beginning, String chain) {
    String line = "  " + beginning + chain.replace("\n", " ");
    text.append(line.length() <= WIDTH ? line : "  " + beginning + chain.replace("\n", "\n      "));
    text.append('\n');
  }
}
