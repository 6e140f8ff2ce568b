package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.ParamExpr;
import java.util.Optional;

/**
 * Folds a batch norm into the convolution or linear layer that it follows: both are linear in their
 * input, so that the scale goes into the weight and the shift into the bias. The fold stays
 * symbolic and can be repeated.
 *
 * <pre>
 *   x ── conv2d(w, b) ── batch_norm(n) ── users
 *   =&gt;
 *   x ── conv2d(fold(w, n), fold(b, n)) ── users       shift(n) where there is no b
 * </pre>
 *
 * <p>Does not fire when another node needs the convolution's own value, or when the convolution's
 * epilogue already has a residual or an activation, which the scale would have to pass.
 */
public final class FoldBatchNorm implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    if (!(node.op() instanceof BatchNorm batchNorm)) {
      return Optional.empty();
    }
    Node producer = graph.operands(node).get(0);
    if (!graph.hasOneUse(producer)) {
      return Optional.empty();
    }
    return fold(producer, batchNorm.bn())
        .map(
            folded ->
                Replacement.node(
                    folded, producer.operands(), Fusion.origin(graph, producer, node)));
  }

  private static Optional<Op> fold(Node producer, BatchNormParams bn) {
    if (producer.op() instanceof Conv2d conv
        && conv.activation().equals(Activation.NONE)
        && producer.operands().size() == 1) {
      return Optional.of(
          new Conv2d(
              new ParamExpr.FoldWeight(conv.weight(), bn),
              Optional.of(foldBias(conv.bias(), bn)),
              conv.window(),
              conv.groups(),
              conv.activation()));
    }
    if (producer.op() instanceof Linear linear && linear.activation().equals(Activation.NONE)) {
      return Optional.of(
          new Linear(
              new ParamExpr.FoldWeight(linear.weight(), bn),
              Optional.of(foldBias(linear.bias(), bn)),
              linear.activation()));
    }
    return Optional.empty();
  }

  private static ParamExpr foldBias(Optional<ParamExpr> bias, BatchNormParams bn) {
    return bias.isPresent() ? new ParamExpr.FoldBias(bias.get(), bn) : new ParamExpr.Shift(bn);
  }
}
