package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Relu;
import java.util.Optional;

/**
 * Clamps in the epilogue of the operator that makes the value.
 *
 * <pre>
 *   x ── conv2d | linear | add | scale_shift ── relu ── users
 *   =&gt;
 *   x ── conv2d | linear | add | scale_shift (relu) ── users
 * </pre>
 *
 * <p>Does not fire when another node needs the value before the relu, or when there is an
 * activation already.
 */
public final class FuseRelu implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    if (!(node.op() instanceof Relu)) {
      return Optional.empty();
    }
    return Activations.fuse(graph, node, Activation.RELU);
  }
}
