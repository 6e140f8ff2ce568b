package io.resnetc.lower;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.ParamExpr;
import java.util.List;

/**
 * A network as kernel calls on virtual buffers.
 *
 * @param graph the graph that was lowered
 * @param buffers the buffer of each value, by the value's id
 * @param steps one for each node, in the graph's order: step {@code i} makes value {@code i}
 */
public record Program(Graph graph, List<Buffer> buffers, List<Step> steps) {
  public Program {
    buffers = List.copyOf(buffers);
    steps = List.copyOf(steps);
  }

  /** Multiply-adds of one image in one step. */
  public long multiplyAdds(Step step) {
    return step.node()
        .op()
        .multiplyAdds(graph.operands(step.node()).stream().map(Node::shape).toList());
  }

  /** Multiply-adds of one image in the whole network. */
  public long multiplyAdds() {
    return steps.stream().mapToLong(this::multiplyAdds).sum();
  }

  /** Bytes of the parameters that the network reads from a checkpoint, as float32. */
  public long weightBytes() {
    return steps.stream()
        .flatMap(step -> step.node().op().params().stream())
        .flatMap(ParamExpr::leaves)
        .distinct()
        .mapToLong(
            leaf -> leaf.dims().stream().mapToLong(Integer::longValue).reduce(4, (a, b) -> a * b))
        .sum();
  }
}
