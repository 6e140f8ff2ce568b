package io.resnetc.pass;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;

/**
 * Drops the nodes that the result does not depend on.
 *
 * <pre>
 *   %1 = conv2d %0            %1 = conv2d %0
 *   %2 = relu %1         =&gt;   return %1
 *   return %1
 * </pre>
 */
public final class EliminateDeadNodes implements Pass {
  @Override
  public String name() {
    return "eliminate-dead-nodes";
  }

  @Override
  public String purpose() {
    return "drop what the result does not depend on";
  }

  @Override
  public Graph run(Graph graph) {
    boolean[] live = live(graph);
    GraphCopy copy = new GraphCopy(graph);
    boolean changed = false;
    for (Node node : graph.nodes()) {
      if (live[node.id()]) {
        copy.keep(node);
      } else {
        changed = true;
      }
    }
    return changed ? copy.build() : graph;
  }

  /** Operands precede their users, so one walk backwards from the output finds all of them. */
  private static boolean[] live(Graph graph) {
    boolean[] live = new boolean[graph.nodes().size()];
    live[graph.output()] = true;
    for (int id = graph.output(); id >= 0; id--) {
      if (live[id]) {
        graph.node(id).operands().forEach(operand -> live[operand] = true);
      }
    }
    return live;
  }
}
