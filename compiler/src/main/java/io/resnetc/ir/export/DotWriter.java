package io.resnetc.ir.export;

import static java.util.stream.Collectors.joining;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.text.AttributeValue;
import io.resnetc.ir.text.OpWriter;
import io.resnetc.ir.text.Printer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a graph for GraphViz ({@code dot -Tsvg}): a box a node, a frame around each block instance,
 * an arrow from each operand, with its shape.
 */
public final class DotWriter {
  private final StringBuilder out = new StringBuilder();

  private DotWriter() {}

  /** The drawing as GraphViz source. */
  public static String write(Graph graph) {
    DotWriter writer = new DotWriter();
    writer.graph(graph);
    return writer.out.toString();
  }

  private void graph(Graph graph) {
    line("digraph %s {", quote(graph.name()));
    line("  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=Helvetica];");
    line("  edge [fontname=Helvetica, fontsize=10];");
    int cluster = 0;
    for (List<Node> block : blocks(graph)) {
      block(block, cluster++);
    }
    for (Node node : graph.nodes()) {
      for (Node operand : graph.operands(node)) {
        line(
            "  n%d -> n%d [label=%s];", operand.id(), node.id(), quote(operand.shape().toString()));
      }
    }
    Node output = graph.node(graph.output());
    line("  output [shape=plaintext, style=\"\"];");
    line("  n%d -> output [label=%s];", output.id(), quote(output.shape().toString()));
    line("}");
  }

  /** The nodes of each block instance, in order of their first node. */
  private static Collection<List<Node>> blocks(Graph graph) {
    Map<String, List<Node>> blocks = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      blocks.computeIfAbsent(node.origin().block(), block -> new ArrayList<>()).add(node);
    }
    return blocks.values();
  }

  private void block(List<Node> nodes, int cluster) {
    String path = nodes.get(0).origin().block();
    if (path.isEmpty()) {
      nodes.forEach(node -> node("  ", node));
      return;
    }
    line("  subgraph cluster_%d {", cluster);
    line("    label=%s; color=gray; fontname=Helvetica;", quote(blockLabel(nodes.get(0))));
    nodes.forEach(node -> node("    ", node));
    line("  }");
  }

  private static String blockLabel(Node node) {
    return node.origin().block() + " (" + node.origin().blockName() + ")";
  }

  private void node(String indent, Node node) {
    line("%sn%d [label=%s];", indent, node.id(), quote(label(node)));
  }

  /** What stands in a box: number and operator, its own label, its attributes. */
  private static String label(Node node) {
    StringBuilder label = new StringBuilder("%" + node.id() + " " + node.op().name());
    if (!node.origin().label().isEmpty()) {
      label.append('\n').append(node.origin().label());
    }
    String attributes =
        OpWriter.attributes(node.op()).entrySet().stream()
            .filter(attribute -> !isParameter(attribute.getValue()))
            .map(attribute -> Printer.attribute(attribute.getKey(), attribute.getValue()))
            .collect(joining(", "));
    return attributes.isEmpty()
        ? label.toString()
        : label.append('\n').append(attributes).toString();
  }

  private static boolean isParameter(AttributeValue value) {
    return value instanceof AttributeValue.Param || value instanceof AttributeValue.Norm;
  }

  private static String quote(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }

  private void line(String format, Object... arguments) {
    out.append(format.formatted(arguments)).append('\n');
  }
}
