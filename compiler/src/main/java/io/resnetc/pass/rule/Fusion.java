package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;

/** What the rules that fuse a node into the one before it have in common. */
final class Fusion {
  private Fusion() {}

  /**
   * The origin of a node that computes {@code producer} and then {@code epilogue}, and stands where
   * {@code epilogue} stood. It is the producer's: that is the node with a label, parameters and a
   * kernel.
   *
   * <p>One exception keeps a block's nodes together. When nodes from outside the producer's block
   * stand between the two, the fused node would be cut off from its block; it then moves to the
   * epilogue's block if that one encloses its own, with a longer label and so the same path.
   */
  static Origin origin(Graph graph, Node producer, Node epilogue) {
    Origin own = producer.origin();
    Origin outer = epilogue.origin();
    boolean together =
        graph.nodes().subList(producer.id() + 1, epilogue.id()).stream()
            .allMatch(between -> isWithin(own.block(), between.origin().block()));
    if (together || own.block().equals(outer.block()) || !isWithin(outer.block(), own.block())) {
      return own;
    }
    int prefix = outer.block().isEmpty() ? 0 : outer.block().length() + 1;
    return new Origin(outer.block(), outer.blockName(), own.path().substring(prefix), own.place());
  }

  private static boolean isWithin(String outer, String block) {
    return outer.isEmpty() || block.equals(outer) || block.startsWith(outer + ".");
  }
}
