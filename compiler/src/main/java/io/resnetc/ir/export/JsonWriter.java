package io.resnetc.ir.export;

import static java.util.stream.Collectors.joining;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.text.AttributeValue;
import io.resnetc.ir.text.OpWriter;
import io.resnetc.ir.text.ValuePrinter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes a graph as JSON, a line a node, so that two dumps can be compared line by line. */
public final class JsonWriter {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private JsonWriter() {}

  /** The graph as one JSON object, ending in a line break. */
  public static String write(Graph graph) {
    return graph.nodes().stream()
        .map(node -> "    " + GSON.toJson(node(node)))
        .collect(
            joining(
                ",\n",
                "{\n  \"name\": %s,\n  \"nodes\": [\n".formatted(GSON.toJson(graph.name())),
                "\n  ],\n  \"output\": %d\n}\n".formatted(graph.output())));
  }

  private static JsonObject node(Node node) {
    JsonObject json = new JsonObject();
    json.addProperty("id", node.id());
    json.addProperty("op", node.op().name());
    json.add("operands", integers(node.operands()));
    json.add("shape", integers(node.shape().dims()));
    if (node.op() instanceof Input input) {
      json.addProperty("name", input.label());
      json.add("image", attributes(OpWriter.attributes(input.image())));
    }
    json.add("attributes", attributes(OpWriter.attributes(node.op())));
    json.add("parameters", parameters(node));
    json.add("origin", origin(node.origin()));
    return json;
  }

  /** Every tensor of the checkpoint that the node reads. */
  private static JsonArray parameters(Node node) {
    JsonArray json = new JsonArray();
    node.op().params().stream()
        .flatMap(ParamExpr::leaves)
        .distinct()
        .forEach(
            leaf -> {
              JsonObject parameter = new JsonObject();
              parameter.addProperty("name", leaf.name());
              parameter.add("dims", integers(leaf.dims()));
              json.add(parameter);
            });
    return json;
  }

  private static JsonObject attributes(Map<String, AttributeValue> attributes) {
    JsonObject json = new JsonObject();
    attributes.forEach((name, value) -> json.add(name, value(value)));
    return json;
  }

  /** Parameter expressions are written in the text form, and so are numbers that JSON lacks. */
  private static JsonElement value(AttributeValue value) {
    if (value instanceof AttributeValue.Num number && Double.isFinite(number.value())) {
      return new JsonPrimitive(new BigDecimal(ValuePrinter.print(value)));
    }
    if (value instanceof AttributeValue.Bool bool) {
      return new JsonPrimitive(bool.value());
    }
    if (value instanceof AttributeValue.Text text) {
      return new JsonPrimitive(text.value());
    }
    if (value instanceof AttributeValue.Items items) {
      JsonArray json = new JsonArray();
      items.values().forEach(item -> json.add(value(item)));
      return json;
    }
    return new JsonPrimitive(ValuePrinter.print(value));
  }

  private static JsonObject origin(Origin origin) {
    JsonObject json = new JsonObject();
    json.addProperty("block", origin.block());
    json.addProperty("blockName", origin.blockName());
    json.addProperty("label", origin.label());
    json.addProperty("file", origin.place().file());
    json.addProperty("line", origin.place().line());
    json.addProperty("column", origin.place().column());
    return json;
  }

  private static JsonArray integers(List<Integer> values) {
    JsonArray json = new JsonArray();
    values.forEach(json::add);
    return json;
  }
}
