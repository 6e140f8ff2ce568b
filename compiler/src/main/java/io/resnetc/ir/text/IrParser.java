package io.resnetc.ir.text;

import io.resnetc.diag.Place;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.ImageInput;
import io.resnetc.ir.op.Input;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.ShapeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads the IR's text form by recursive descent. A shape may be left out and is then inferred; one
 * that is given is taken as it is, so that a broken graph in a bug report can be read and verified.
 */
public final class IrParser {
  private final Cursor cursor;
  private final ValueParser values;
  private final List<Node> nodes = new ArrayList<>();

  private IrParser(String text) {
    cursor = new Cursor(text);
    values = new ValueParser(cursor);
  }

  /**
   * The graph that {@code text} describes.
   *
   * @throws IrSyntaxException when it describes none
   */
  public static Graph parse(String text) {
    return new IrParser(text).graph();
  }

  private Graph graph() {
    if (!cursor.acceptWord("graph")) {
      throw cursor.expected("'graph'");
    }
    String name = cursor.name();
    cursor.expect("{");
    while (!cursor.acceptWord("return")) {
      if (!cursor.sees("%")) {
        throw cursor.expected("a value or 'return'");
      }
      nodes.add(node());
    }
    int output = definedValue();
    cursor.expect("}");
    if (!cursor.seesEnd()) {
      throw cursor.expected("the end of the text");
    }
    return new Graph(name, nodes, output);
  }

  private Node node() {
    int mark = cursor.mark();
    int id = value();
    if (id != nodes.size()) {
      throw cursor.error(mark, "values are numbered in order: this is %" + nodes.size());
    }
    cursor.expect("=");
    return cursor.acceptWord("input") ? input(id) : operation(id);
  }

  private Node input(int id) {
    String label = cursor.name();
    cursor.expect(":");
    Shape shape = shape();
    int mark = cursor.mark();
    ImageInput image =
        cursor.sees("{") ? checked(mark, () -> OpReader.image(values.block())) : ImageInput.DEFAULT;
    return new Node(id, new Input(label, shape, image), List.of(), shape, origin());
  }

  private Node operation(int id) {
    int mark = cursor.mark();
    String name = cursor.word();
    List<Integer> operands = new ArrayList<>();
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    if (cursor.sees("%") || cursor.seesName()) {
      do {
        argument(operands, attributes);
      } while (cursor.accept(","));
    }
    Op op = checked(mark, () -> OpReader.read(name, attributes));
    Shape shape = cursor.accept(":") ? shape() : checked(mark, () -> infer(op, operands));
    return new Node(id, op, operands, shape, origin());
  }

  private void argument(List<Integer> operands, Map<String, AttributeValue> attributes) {
    if (cursor.sees("%")) {
      operands.add(definedValue());
    } else {
      values.attribute(attributes);
    }
  }

  private Shape infer(Op op, List<Integer> operands) {
    return op.infer(operands.stream().map(operand -> nodes.get(operand).shape()).toList());
  }

  private int definedValue() {
    int mark = cursor.mark();
    int id = value();
    if (id >= nodes.size()) {
      throw cursor.error(mark, "%" + id + " is not defined before this");
    }
    return id;
  }

  private int value() {
    cursor.expect("%");
    return cursor.integer();
  }

  private Shape shape() {
    int mark = cursor.mark();
    return checked(mark, () -> new Shape(values.dims()));
  }

  /** {@code @ "label" in Block "path" file:line:column}, all but the place where there is one. */
  private Origin origin() {
    if (!cursor.accept("@")) {
      return Origin.NONE;
    }
    String label = "";
    if (cursor.sees("\"")) {
      String quoted = cursor.string();
      if (cursor.sees(":")) {
        return new Origin("", "", "", place(quoted));
      }
      label = quoted;
    }
    if (!cursor.seesKeyword("in")) {
      return new Origin("", "", label, place(cursor.file()));
    }
    cursor.acceptWord("in");
    String blockName = cursor.name();
    String block = cursor.string();
    return new Origin(block, blockName, label, place(cursor.file()));
  }

  private Place place(String file) {
    cursor.expect(":");
    int line = cursor.integer();
    cursor.expect(":");
    return new Place(file, line, cursor.integer());
  }

  /** Gives what a constructor or a shape rule forbids its place in the text. */
  private <T> T checked(int mark, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException | ShapeException e) {
      throw cursor.error(mark, e.getMessage());
    }
  }
}
