package io.resnetc.pass;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Op;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes a value once where the source computes it twice: the same operator, with the same
 * attributes and parameters, of the same operands. This is value numbering over a graph without
 * branches (Cocke 1970); the first of the equal nodes stays.
 *
 * <pre>
 *   %1 = relu %0                 %1 = relu %0
 *   %2 = relu %0            =&gt;   %2 = add %1, %1
 *   %3 = add %1, %2
 * </pre>
 */
public final class EliminateCommonSubexpressions implements Pass {

  /** What makes two nodes the same value; the operands are those of the new graph. */
  private record Key(Op op, List<Integer> operands) {
    static Key of(Op op, List<Integer> operands) {
      // a + b and b + a are the same to the last bit.
      return new Key(op, op instanceof Add ? operands.stream().sorted().toList() : operands);
    }
  }

  @Override
  public String name() {
    return "eliminate-common-subexpressions";
  }

  @Override
  public String purpose() {
    return "compute a value once where the source computes it twice";
  }

  @Override
  public Graph run(Graph graph) {
    Map<Key, Integer> known = new HashMap<>();
    GraphCopy copy = new GraphCopy(graph);
    for (Node node : graph.nodes()) {
      List<Integer> operands = copy.operands(node.operands());
      int id =
          known.computeIfAbsent(
              Key.of(node.op(), operands), key -> copy.add(node.op(), operands, node.origin()));
      copy.replace(node, id);
    }
    return known.size() < graph.nodes().size() ? copy.build() : graph;
  }
}
