package io.resnetc.onnx.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.resnetc.ir.op.Shape;
import java.util.Locale;

/**
 * The ONNX nodes that one node of the IR becomes, each the next one's operand. The first has the IR
 * node's name and the others say what they add to it: {@code layer1.0.conv2}, {@code
 * layer1.0.conv2/add}, {@code layer1.0.conv2/relu}. A value is called as the node that makes it.
 */
final class NodeChain {
  private final GraphProto.Builder graph;
  private final UniqueNames names;
  private final String name;
  private final String doc;
  private String end;

  /**
   * @param name the first node's name
   * @param doc a description for every node, where in the source it came from; may be empty
   */
  NodeChain(GraphProto.Builder graph, UniqueNames names, String name, String doc) {
    this.graph = graph;
    this.names = names;
    this.name = name;
    this.doc = doc;
  }

  /** Appends a node whose result has {@code shape}. */
  NodeChain add(OnnxNode node, Shape shape) {
    add(node);
    graph.addValueInfo(Dims.value(end, shape));
    return this;
  }

  /** Appends a node whose result is no value of the IR; never the last of a chain. */
  NodeChain add(OnnxNode node) {
    String wanted = end == null ? name : name + "/" + node.type().toLowerCase(Locale.ROOT);
    end = names.claim(wanted);
    graph.addNode(node.finish(end, end, doc));
    return this;
  }

  /** The last node's result. */
  String end() {
    return end;
  }

  /** A name for a constant that only this chain needs. */
  String constant(String role) {
    return name + "/" + role;
  }

  /** Makes the last node's result the graph's output. */
  void endAs(String output) {
    graph.getNodeBuilder(graph.getNodeCount() - 1).setOutput(0, output);
    int info = graph.getValueInfoCount() - 1;
    graph.addOutput(graph.getValueInfo(info).toBuilder().setName(output));
    graph.removeValueInfo(info);
    end = output;
  }
}
