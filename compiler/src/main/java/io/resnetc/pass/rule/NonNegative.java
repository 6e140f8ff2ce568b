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
import io.resnetc.ir.op.Relu;
import io.resnetc.ir.op.Softmax;
import io.resnetc.ir.op.Subsample;

/** Whether every element of a value is known to be at least 0, or not a number. */
final class NonNegative {
  private NonNegative() {}

  static boolean holds(Graph graph, Node node) {
    Node current = node;
    while (passesSignOn(current.op())) {
      current = graph.operands(current).get(0);
    }
    Op op = current.op();
    return op instanceof Relu
        || op.equals(new Softmax(false))
        || Activations.of(op).filter(activation -> activation.low() >= 0).isPresent();
  }

  /** Selects, repeats or averages elements of its operand, or adds zeros to them. */
  private static boolean passesSignOn(Op op) {
    // An empty window's maximum is minus infinity, so such a max_pool does not count.
    return op instanceof MaxPool pool && Windows.neverEmpty(pool.window())
        || op instanceof AvgPool
        || op instanceof GlobalAvgPool
        || op instanceof Subsample
        || op instanceof ChannelPad
        || op instanceof Flatten
        || op instanceof Identity;
  }
}
