package io.resnetc.onnx.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.resnetc.diag.Place;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.interpret.ParameterSource;
import java.util.List;

/** Writes a graph's nodes in order. */
final class GraphTranslation {
  private final Graph graph;
  private final GraphProto.Builder result = GraphProto.newBuilder();
  private final UniqueNames names = new UniqueNames();
  private final Initializers initializers;
  private final String[] values;
  private final String output;

  GraphTranslation(Graph graph, ParameterSource weights) {
    this.graph = graph;
    initializers = new Initializers(result, names, weights);
    values = new String[graph.nodes().size()];
    values[0] = names.claim(graph.input().label());
    output = names.claim(OnnxExport.OUTPUT);
  }

  GraphProto translate() {
    result.setName(graph.name());
    result.addInput(Dims.value(values[0], graph.input().shape()));
    for (Node node : graph.nodes().subList(1, graph.nodes().size())) {
      NodeChain chain = chain(node);
      node.op().accept(translation(node, chain));
      if (node.id() == graph.output()) {
        chain.endAs(output);
      }
      values[node.id()] = chain.end();
    }
    if (graph.output() == 0) {
      Node input = graph.node(0);
      chain(input).add(new OnnxNode("Identity", values[0]), input.shape()).endAs(output);
    }
    return result.build();
  }

  private NodeChain chain(Node node) {
    Origin origin = node.origin();
    String doc = origin.place().equals(Place.NONE) ? "" : origin.place().toString();
    return new NodeChain(result, names, name(node), doc);
  }

  private OpTranslation translation(Node node, NodeChain chain) {
    List<String> operands = node.operands().stream().map(operand -> values[operand]).toList();
    return new OpTranslation(
        chain, initializers, operands, graph.operands(node).get(0).shape(), node.shape());
  }

  /** PyTorch's module path where the node has one, so that other tools show the same names. */
  private static String name(Node node) {
    Origin origin = node.origin();
    if (!origin.label().isEmpty()) {
      return origin.path();
    }
    String op = node.op().name();
    return origin.block().isEmpty() ? op : origin.block() + "/" + op;
  }
}
