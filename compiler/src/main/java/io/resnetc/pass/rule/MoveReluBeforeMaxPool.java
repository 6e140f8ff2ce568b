package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Relu;
import java.util.Optional;

/**
 * Takes a relu before the max pool that it follows, where the operator before the pool can apply it
 * for free. Both orders give the same value because relu never decreases.
 *
 * <pre>
 *   x ── conv2d ── max_pool ── relu ── users   =&gt;   x ── conv2d ── relu ── max_pool ── users
 * </pre>
 *
 * <p>Does not fire when the relu could not be fused there, since it would run over the larger map;
 * when the pool's value is needed elsewhere, since the pool would run twice; or when a window may
 * lie in the padding altogether, since its maximum is minus infinity.
 */
public final class MoveReluBeforeMaxPool implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    if (!(node.op() instanceof Relu relu)) {
      return Optional.empty();
    }
    Node below = graph.operands(node).get(0);
    if (!(below.op() instanceof MaxPool pool)
        || !Windows.neverEmpty(pool.window())
        || !graph.hasOneUse(below)) {
      return Optional.empty();
    }
    Node producer = graph.operands(below).get(0);
    if (!Activations.isFree(producer.op()) || !graph.hasOneUse(producer)) {
      return Optional.empty();
    }
    return Optional.of(
        Replacement.node(relu, below.operands(), node.origin()).then(pool, below.origin()));
  }
}
