package io.resnetc.ir;

import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import java.util.ArrayList;
import java.util.List;

/** Builds a {@link Graph} node by node, inferring every shape. */
public final class GraphBuilder {
  private final String name;
  private final List<Node> nodes = new ArrayList<>();

  public GraphBuilder(String name) {
    this.name = name;
  }

  /**
   * Appends a node and returns its id.
   *
   * @throws ShapeException when the operator's shape rule forbids the operands
   */
  public int add(Op op, List<Integer> operands, Origin origin) {
    List<Shape> shapes = operands.stream().map(this::shape).toList();
    nodes.add(new Node(nodes.size(), op, operands, op.infer(shapes), origin));
    return nodes.size() - 1;
  }

  public Shape shape(int id) {
    return nodes.get(id).shape();
  }

  public Graph build(int output) {
    return new Graph(name, nodes, output);
  }
}
