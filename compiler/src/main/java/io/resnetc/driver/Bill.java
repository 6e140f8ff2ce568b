package io.resnetc.driver;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import io.resnetc.memory.MemoryPlan;
import io.resnetc.memory.Part;
import java.util.Collection;
import java.util.List;

/**
 * What a network costs, known before it runs.
 *
 * @param layers a row a step, in the order of execution
 * @param parts in which batches go through the network; one for networks that need little memory
 * @param parameters trained numbers, each counted once
 * @param weightBytes memory of the folded weights, before kernels pack them
 * @param arenaBytes working memory for one image
 * @param liveBytes the most of it that is needed at any one step: no plan of the arena can be
 *     smaller
 * @param multiplyAdds for one image
 */
public record Bill(
    List<LayerCost> layers,
    List<PartCost> parts,
    long parameters,
    long weightBytes,
    long arenaBytes,
    long liveBytes,
    long multiplyAdds) {
  public Bill {
    layers = List.copyOf(layers);
    parts = List.copyOf(parts);
  }

  static Bill of(Program program, MemoryPlan plan) {
    Graph graph = program.graph();
    List<LayerCost> layers = program.steps().stream().map(step -> cost(graph, step)).toList();
    List<PartCost> parts = plan.parts().stream().map(part -> cost(graph, part)).toList();
    return new Bill(
        layers,
        parts,
        trained(graph.nodes().stream().flatMap(node -> node.op().params().stream()).toList()),
        program.weightBytes(),
        plan.arenaBytes(),
        plan.lowerBoundBytes(),
        program.multiplyAdds());
  }

  private static LayerCost cost(Graph graph, Step step) {
    Node node = step.node();
    List<Shape> operands = graph.operands(node).stream().map(Node::shape).toList();
    return new LayerCost(
        path(node),
        OperatorText.of(node),
        node.shape(),
        trained(node.op().params()),
        node.op().multiplyAdds(operands),
        step.algorithmText());
  }

  private static PartCost cost(Graph graph, Part part) {
    return new PartCost(path(graph.node(part.first())), 4L * part.floats(), 4L * part.liveFloats());
  }

  private static String path(Node node) {
    if (node.op() instanceof Input input) {
      return input.label();
    }
    return node.origin().path().isEmpty() ? "-" : node.origin().path();
  }

  /** The elements of all tensors that training changes; running statistics are measured. */
  private static long trained(Collection<ParamExpr> params) {
    return params.stream()
        .flatMap(ParamExpr::leaves)
        .filter(leaf -> !leaf.name().endsWith(".running_mean"))
        .filter(leaf -> !leaf.name().endsWith(".running_var"))
        .distinct()
        .mapToLong(Bill::elements)
        .sum();
  }

  private static long elements(ParamExpr param) {
    return param.dims().stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
