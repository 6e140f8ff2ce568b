package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Relu;
import java.util.Optional;

/**
 * Removes a relu whose operand is never negative.
 *
 * <pre>
 *   x ── relu ── max_pool ── relu ── users   =&gt;   x ── relu ── max_pool ── users
 * </pre>
 */
public final class RemoveRepeatedRelu implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    if (!(node.op() instanceof Relu)) {
      return Optional.empty();
    }
    Node x = graph.operands(node).get(0);
    return NonNegative.holds(graph, x) ? Optional.of(Replacement.value(x.id())) : Optional.empty();
  }
}
