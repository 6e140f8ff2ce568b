package io.resnetc.ir.text;

import static java.util.stream.Collectors.joining;

import io.resnetc.diag.Place;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes graphs in the IR's text form; {@link IrParser} reads it back to an equal graph. */
public final class Printer {
  private Printer() {}

  /** The whole graph with every location, ending in a line break. */
  public static String print(Graph graph) {
    StringBuilder out = new StringBuilder("graph " + Names.name(graph.name()) + " {\n");
    for (Node node : graph.nodes()) {
      out.append("  ").append(line(node)).append(image(node)).append(location(node.origin()));
      out.append('\n');
    }
    return out.append("  return %").append(graph.output()).append("\n}\n").toString();
  }

  /**
   * One node's line, without its location and without what an input says about photographs: {@code
   * %2 = relu %1 : [64, 32, 32]}.
   */
  public static String line(Node node) {
    return "%%%d = %s : %s".formatted(node.id(), operation(node), node.shape());
  }

  /** What a node computes: {@code add %2, %1, relu}. */
  public static String operation(Node node) {
    if (node.op() instanceof Input input) {
      return "input " + Names.name(input.label());
    }
    List<String> arguments = new ArrayList<>();
    node.operands().forEach(operand -> arguments.add("%" + operand));
    arguments.addAll(attributes(OpWriter.attributes(node.op())));
    return node.op().name() + (arguments.isEmpty() ? "" : " " + String.join(", ", arguments));
  }

  private static List<String> attributes(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .map(attribute -> attribute(attribute.getKey(), attribute.getValue()))
        .toList();
  }

  /** One attribute: {@code kernel = 3}, or its name alone where that says all. */
  public static String attribute(String name, AttributeValue value) {
    boolean flag = value instanceof AttributeValue.Bool bool && bool.value();
    return flag ? name : name + " = " + ValuePrinter.print(value);
  }

  private static String image(Node node) {
    if (!(node.op() instanceof Input input)) {
      return "";
    }
    List<String> options = attributes(OpWriter.attributes(input.image()));
    return options.isEmpty() ? "" : options.stream().collect(joining(", ", " {", "}"));
  }

  private static String location(Origin origin) {
    if (origin.equals(Origin.NONE)) {
      return "";
    }
    StringBuilder out = new StringBuilder(" @ ");
    if (!origin.label().isEmpty()) {
      out.append(Names.quote(origin.label())).append(' ');
    }
    if (!origin.block().isEmpty() || !origin.blockName().isEmpty()) {
      out.append("in ").append(Names.name(origin.blockName())).append(' ');
      out.append(Names.quote(origin.block())).append(' ');
    }
    Place place = origin.place();
    return out.append(Names.file(place.file()))
        .append(":" + place.line() + ":" + place.column())
        .toString();
  }
}
