package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.ScaleShift;
import java.util.Optional;

/**
 * Makes a batch norm that nothing could take in, as in pre-activation networks, one multiply-add an
 * element.
 *
 * <pre>
 *   x ── batch_norm(n) ── users   =&gt;   x ── scale_shift(scale(n), shift(n)) ── users
 * </pre>
 */
public final class LowerBatchNorm implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    if (!(node.op() instanceof BatchNorm batchNorm)) {
      return Optional.empty();
    }
    ScaleShift scaleShift =
        new ScaleShift(
            new ParamExpr.Scale(batchNorm.bn()),
            new ParamExpr.Shift(batchNorm.bn()),
            Activation.NONE);
    return Optional.of(Replacement.node(scaleShift, node.operands(), node.origin()));
  }
}
