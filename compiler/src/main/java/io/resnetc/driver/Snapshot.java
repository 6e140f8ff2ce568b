package io.resnetc.driver;

import io.resnetc.ir.Graph;

/**
 * The graph at one point of the pipeline.
 *
 * @param after the pass that made it; {@link #BUILT} for the graph before all passes
 */
public record Snapshot(String after, Graph graph) {
  /** The name of the graph that the front end built. */
  public static final String BUILT = "built";
}
