package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.ScaleShift;
import java.util.Optional;

/** Reads and sets the activation of the operators that have one. */
final class Activations {
  private Activations() {}

  /** The operator's activation; empty when it cannot have one. */
  static Optional<Activation> of(Op op) {
    if (op instanceof Conv2d conv) {
      return Optional.of(conv.activation());
    }
    if (op instanceof Linear linear) {
      return Optional.of(linear.activation());
    }
    if (op instanceof Add add) {
      return Optional.of(add.activation());
    }
    if (op instanceof ScaleShift scaleShift) {
      return Optional.of(scaleShift.activation());
    }
    return Optional.empty();
  }

  /** Whether the operator could take an activation and has none yet. */
  static boolean isFree(Op op) {
    return of(op).filter(Activation.NONE::equals).isPresent();
  }

  /** Takes {@code node}, which is {@code activation} alone, into the operator before it. */
  static Optional<Replacement> fuse(Graph graph, Node node, Activation activation) {
    Node producer = graph.operands(node).get(0);
    if (!isFree(producer.op()) || !graph.hasOneUse(producer)) {
      return Optional.empty();
    }
    return Optional.of(
        Replacement.node(
            set(producer.op(), activation),
            producer.operands(),
            Fusion.origin(graph, producer, node)));
  }

  /** {@code op} followed by {@code activation}; {@code op} must be {@link #isFree free}. */
  static Op set(Op op, Activation activation) {
    if (op instanceof Conv2d conv) {
      return new Conv2d(conv.weight(), conv.bias(), conv.window(), conv.groups(), activation);
    }
    if (op instanceof Linear linear) {
      return new Linear(linear.weight(), linear.bias(), activation);
    }
    if (op instanceof Add) {
      return new Add(activation);
    }
    if (op instanceof ScaleShift scaleShift) {
      return new ScaleShift(scaleShift.scale(), scaleShift.shift(), activation);
    }
    throw new IllegalArgumentException(op.name() + " takes no activation");
  }
}
