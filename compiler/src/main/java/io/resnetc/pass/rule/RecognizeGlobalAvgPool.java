package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.Optional;

/**
 * Makes an average pool whose one window is the whole map a global one, which has a kernel without
 * windows.
 *
 * <pre>
 *   x[C, H, W] ── avg_pool([H, W]) ── users   =&gt;   x ── global_avg_pool ── users
 * </pre>
 *
 * <p>Does not fire when the window is smaller than the map or reaches into padding.
 */
public final class RecognizeGlobalAvgPool implements Rule {
  @Override
  public Optional<Replacement> apply(Graph graph, Node node) {
    return node.op() instanceof AvgPool pool
            && coversAll(pool.window(), graph.operands(node).get(0).shape())
        ? Optional.of(Replacement.node(new GlobalAvgPool(), node.operands(), node.origin()))
        : Optional.empty();
  }

  private static boolean coversAll(Window window, Shape map) {
    return window.padding().equals(Padding.NONE)
        && window.kernelHeight() == map.height()
        && window.kernelWidth() == map.width();
  }
}
