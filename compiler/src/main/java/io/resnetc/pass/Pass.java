package io.resnetc.pass;

import io.resnetc.ir.Graph;

/** A pure function from a graph to one with the same meaning. */
public interface Pass {
  /** The name that dumps and the command line use, such as {@code fold-batch-norm}. */
  String name();

  /** What the pass does, in a line. */
  String purpose();

  /** Returns the graph afterwards: {@code graph} itself where there is nothing to do. */
  Graph run(Graph graph);
}
