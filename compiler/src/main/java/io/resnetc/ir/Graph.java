package io.resnetc.ir;

import io.resnetc.ir.op.Input;
import java.util.List;

/**
 * A network: nodes in an order in which every operand comes before its users. Immutable; a pass
 * makes a new graph with {@link GraphBuilder}.
 *
 * @param name the model's name
 * @param nodes node {@code i} has id {@code i}; node 0 is the only {@link Input}
 * @param output the id of the result
 */
public record Graph(String name, List<Node> nodes, int output) {
  public Graph {
    nodes = List.copyOf(nodes);
  }

  public Node node(int id) {
    return nodes.get(id);
  }

  /** The operand nodes of {@code node}, in order. */
  public List<Node> operands(Node node) {
    return node.operands().stream().map(nodes::get).toList();
  }

  public Input input() {
    return (Input) nodes.get(0).op();
  }

  /** Whether one operand, or the graph's output, and nothing else is {@code node}'s value. */
  public boolean hasOneUse(Node node) {
    return useCounts()[node.id()] == 1;
  }

  /** How often each value is used, indexed by id; the graph's output counts as one use. */
  public int[] useCounts() {
    int[] uses = new int[nodes.size()];
    for (Node node : nodes) {
      for (int operand : node.operands()) {
        uses[operand]++;
      }
    }
    uses[output]++;
    return uses;
  }
}
