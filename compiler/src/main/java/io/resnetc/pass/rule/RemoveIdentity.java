package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Subsample;
import io.resnetc.ir.op.Window;
import java.util.Optional;

/**
 * Removes an operator that hands its operand on as it is.
 *
 * <pre>
 *   x ── identity, or                       ── users   =&gt;   x ── users
 *        flatten of a vector,
 *        subsample that keeps every pixel,
 *        channel_pad by 0 and 0,
 *        pool of single pixels
 * </pre>
 */
public final class RemoveIdentity implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    if (node.operands().size() != 1) {
      return Optional.empty();
    }
    Node x = graph.operands(node).get(0);
    return x.shape().equals(node.shape()) && sameShapeMeansSameValue(node.op())
        ? Optional.of(Replacement.value(x.id()))
        : Optional.empty();
  }

  /** Of these operators, one that keeps its operand's shape can only have kept the elements. */
  private static boolean sameShapeMeansSameValue(Op op) {
    if (op instanceof MaxPool pool) {
      return takesSinglePixels(pool.window());
    }
    if (op instanceof AvgPool pool) {
      return takesSinglePixels(pool.window());
    }
    return op instanceof Identity
        || op instanceof Flatten
        || op instanceof Subsample
        || op instanceof ChannelPad
        || op instanceof GlobalAvgPool;
  }

  private static boolean takesSinglePixels(Window window) {
    return window.kernelHeight() == 1
        && window.kernelWidth() == 1
        && window.padding().equals(Padding.NONE);
  }
}
