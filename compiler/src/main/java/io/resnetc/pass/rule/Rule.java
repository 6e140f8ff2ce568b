package io.resnetc.pass.rule;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import java.util.Optional;

/** A local rewrite: what may stand in the place of one node, if anything. */
@FunctionalInterface
public interface Rule {
  /**
   * The replacement of {@code node}, or empty when the rule does not fire.
   *
   * <p>A rule must make progress: it may not fire again and again on what it made.
   */
  Optional<Replacement> apply(Graph graph, Node node);
}
