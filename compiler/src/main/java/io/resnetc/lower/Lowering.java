package io.resnetc.lower;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Conv2d;
import java.util.ArrayList;
import java.util.List;

/** Lowers a graph: borders first, since they decide what can share memory, then the steps. */
public final class Lowering {
  private Lowering() {}

  /** Lowers with the compiler's own choice of algorithms. */
  public static Program lower(Graph graph) {
    return lower(graph, LoweringOptions.DEFAULT);
  }

  /**
   * Lowers with what {@code options} say about algorithms.
   *
   * @throws UnsuitableAlgorithmException when they force what a layer cannot do
   */
  public static Program lower(Graph graph, LoweringOptions options) {
    checkForced(graph, options);
    List<Buffer> buffers = buffers(graph);
    List<Step> steps = new ArrayList<>();
    for (Node node : graph.nodes()) {
      steps.add(node.op().accept(new StepChoice(graph, buffers, options, node)));
    }
    return new Program(graph, buffers, steps);
  }

  private static void checkForced(Graph graph, LoweringOptions options) {
    for (String path : options.forced().keySet()) {
      boolean known =
          path.isEmpty()
              || graph.nodes().stream()
                  .anyMatch(
                      node -> node.op() instanceof Conv2d && node.origin().path().equals(path));
      if (!known) {
        String hint = path.contains("+") ? "; where one is asked for, none are joined" : "";
        throw new UnsuitableAlgorithmException(
            "an algorithm is asked for '%s', but no convolution is called so%s"
                .formatted(path, hint));
      }
    }
  }

  private static List<Buffer> buffers(Graph graph) {
    List<Border> borders = Borders.of(graph);
    return graph.nodes().stream()
        .map(node -> new Buffer(node.shape(), borders.get(node.id())))
        .toList();
  }
}
