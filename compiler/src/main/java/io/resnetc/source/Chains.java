package io.resnetc.source;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Shape;

/** Where chains of steps begin and end. */
final class Chains {
  private final Graph graph;
  private final int[] uses;
  private final boolean[] flowsOn;

  Chains(Graph graph, boolean[] live) {
    this.graph = graph;
    uses = new int[live.length];
    flowsOn = new boolean[live.length];
    uses[graph.output()]++;
    for (Node node : graph.nodes()) {
      if (live[node.id()]) {
        node.operands().forEach(operand -> uses[operand]++);
        boolean step = node.op().accept(new StepText(shape(node))).isPresent();
        node.operands().forEach(operand -> flowsOn[operand] = step);
      }
    }
  }

  /** The nodes on which the graph's output depends, by id. */
  static boolean[] live(Graph graph) {
    boolean[] live = new boolean[graph.nodes().size()];
    live[graph.output()] = true;
    for (int id = graph.output(); id >= 0; id--) {
      if (live[id]) {
        graph.node(id).operands().forEach(operand -> live[operand] = true);
      }
    }
    return live;
  }

  /** Whether a value has a name, and is not only handed on to the next step. */
  boolean ends(Node node) {
    return node.id() == 0 || uses[node.id()] != 1 || !flowsOn[node.id()];
  }

  int uses(Node node) {
    return uses[node.id()];
  }

  /** The shape of what flows into a node. */
  Shape shape(Node node) {
    return node.id() == 0 ? node.shape() : graph.operands(node).get(0).shape();
  }
}
