package io.resnetc.driver;

import io.resnetc.ir.Graph;
import io.resnetc.ir.op.ParamExpr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph's parameters by the names that a checkpoint has to have. */
public final class NamedParameters {
  private NamedParameters() {}

  /** Every parameter that the graph reads, with its dimensions, in the order of its nodes. */
  public static Map<String, List<Integer>> of(Graph graph) {
    Map<String, List<Integer>> result = new LinkedHashMap<>();
    graph.nodes().stream()
        .flatMap(node -> node.op().params().stream())
        .flatMap(ParamExpr::leaves)
        .forEach(leaf -> result.put(leaf.name(), leaf.dims()));
    return result;
  }
}
