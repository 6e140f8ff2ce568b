package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Conv2d;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Adds the shortcut of a residual block (He et al. 2016) in the epilogue of a convolution, so that
 * the sum costs no pass over memory of its own.
 *
 * <pre>
 *   x ── conv2d ──┐
 *                 add ── users   =&gt;   x, y ── conv2d (residual y) ── users
 *   y ────────────┘
 * </pre>
 *
 * <p>Where both operands are such convolutions, as in a block with a projection, the later one
 * takes the sum: the other result has then just been made. The new node stands where the add stood,
 * so that both operands precede it; and {@code y} cannot depend on the convolution, whose only user
 * is the add.
 *
 * <p>Does not fire where one operand is spread over the other's pixels, nor on a convolution whose
 * value is needed elsewhere, which has a residual already, or which has an activation, as the sum
 * would have to come before it.
 */
public final class FuseResidualAdd implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    if (!(node.op() instanceof Add add)) {
      return Optional.empty();
    }
    boolean spreads = graph.operands(node).stream().anyMatch(x -> !x.shape().equals(node.shape()));
    if (spreads) {
      return Optional.empty();
    }
    return graph.operands(node).stream()
        .filter(operand -> canTakeResidual(graph, operand))
        .max(Comparator.comparingInt(Node::id))
        .map(producer -> fuse(graph, producer, node, add.activation()));
  }

  private static boolean canTakeResidual(Graph graph, Node node) {
    return node.op() instanceof Conv2d conv
        && conv.activation().equals(Activation.NONE)
        && node.operands().size() == 1
        && graph.hasOneUse(node);
  }

  private static Replacement fuse(Graph graph, Node producer, Node add, Activation activation) {
    int left = add.operands().get(0);
    int residual = left == producer.id() ? add.operands().get(1) : left;
    return Replacement.node(
        Activations.set(producer.op(), activation),
        List.of(producer.operands().get(0), residual),
        Fusion.origin(graph, producer, add));
  }
}
