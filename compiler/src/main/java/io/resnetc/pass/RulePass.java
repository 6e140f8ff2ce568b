package io.resnetc.pass;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Shape;
import io.resnetc.pass.rule.Replacement;
import io.resnetc.pass.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Applies rules until none of them fires.
 *
 * <p>The graph is swept from its input to its output. All rules of one sweep see the graph as it
 * was before the sweep, so that a replacement is right whatever else the sweep replaces; what one
 * replacement makes possible, the next sweep finds. A sweep ends by dropping the nodes that it left
 * without users, because rules count uses.
 *
 * @param rules tried in this order; the first that fires on a node wins
 */
public record RulePass(String name, String purpose, List<Rule> rules) implements Pass {
  private static final Pass SWEEP_UP = new EliminateDeadNodes();

  public RulePass {
    rules = List.copyOf(rules);
  }

  public RulePass(String name, String purpose, Rule... rules) {
    this(name, purpose, List.of(rules));
  }

  @Override
  public Graph run(Graph graph) {
    Graph current = graph;
    // Each useful sweep fuses, removes or moves up a node; twice the nodes is far beyond that.
    for (int sweep = 0; sweep <= 2 * graph.nodes().size(); sweep++) {
      Graph next = sweep(current);
      if (next == current) {
        return current;
      }
      current = next;
    }
    throw new IllegalStateException("the rules of " + name + " never come to rest");
  }

  /** Returns {@code graph} itself when no rule fires. */
  private Graph sweep(Graph graph) {
    GraphCopy copy = new GraphCopy(graph);
    boolean changed = false;
    for (Node node : graph.nodes()) {
      Optional<Replacement> replacement = firstReplacement(graph, node);
      if (replacement.isPresent()) {
        copy.replace(node, place(copy, replacement.get(), node));
        changed = true;
      } else {
        copy.keep(node);
      }
    }
    return changed ? SWEEP_UP.run(copy.build()) : graph;
  }

  private Optional<Replacement> firstReplacement(Graph graph, Node node) {
    return rules.stream().flatMap(rule -> rule.apply(graph, node).stream()).findFirst();
  }

  private static int place(GraphCopy copy, Replacement replacement, Node node) {
    List<Integer> operands = copy.operands(replacement.operands());
    for (Replacement.Link link : replacement.chain()) {
      operands = List.of(copy.add(link.op(), operands, link.origin()));
    }
    int id = operands.get(0);
    Shape shape = copy.shape(id);
    if (!shape.equals(node.shape())) {
      throw new IllegalStateException(
          "a rule replaced %%%d of shape %s by %s".formatted(node.id(), node.shape(), shape));
    }
    return id;
  }
}
