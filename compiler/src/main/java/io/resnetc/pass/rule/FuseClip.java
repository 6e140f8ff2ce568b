package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import java.util.Optional;

/**
 * Clips, as MobileNet's relu6, in the epilogue of the operator that makes the value.
 *
 * <pre>
 *   x ── conv2d | linear | add | scale_shift ── clip ── users
 *   =&gt;
 *   x ── conv2d | linear | add | scale_shift (clamp) ── users
 * </pre>
 *
 * <p>Does not fire when another node needs the value before the clip, or when there is an
 * activation already.
 */
public final class FuseClip implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    return clamp(node).flatMap(clamp -> Activations.fuse(graph, node, clamp));
  }

  private static Optional<Activation> clamp(Node node) {
    if (node.op() instanceof Pointwise clip && clip.function() == PointwiseFunction.CLIP) {
      double low = clip.arguments().get(0);
      double high = clip.arguments().get(1);
      return low <= high ? Optional.of(new Activation(low, high)) : Optional.empty();
    }
    return Optional.empty();
  }
}
