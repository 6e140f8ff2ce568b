package io.resnetc.lower;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import java.util.ArrayList;
import java.util.List;

/** Lowers a graph: borders first, since they decide what can share memory, then the steps. */
public final class Lowering {
  private Lowering() {}

  public static Program lower(Graph graph) {
    List<Buffer> buffers = buffers(graph);
    List<Step> steps = new ArrayList<>();
    for (Node node : graph.nodes()) {
      steps.add(node.op().accept(new StepChoice(graph, buffers, node)));
    }
    return new Program(graph, buffers, steps);
  }

  private static List<Buffer> buffers(Graph graph) {
    List<Border> borders = Borders.of(graph);
    return graph.nodes().stream()
        .map(node -> new Buffer(node.shape(), borders.get(node.id())))
        .toList();
  }
}
