package io.resnetc.ir.text;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.BatchNormParams;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes attributes one by one, with their types and defaults, and knows at the end what nobody
 * asked for. What does not fit is an {@link IllegalArgumentException} that names the attribute.
 */
final class AttributeReader {
  private final String owner;
  private final Map<String, AttributeValue> left;

  AttributeReader(String owner, Map<String, AttributeValue> attributes) {
    this.owner = owner;
    this.left = new LinkedHashMap<>(attributes);
  }

  /** Checks that every attribute was taken. */
  void finish() {
    if (!left.isEmpty()) {
      throw wrong("has no attribute '%s'", left.keySet().iterator().next());
    }
  }

  ParamExpr param(String name) {
    return require(name, AttributeValue.Param.class, "a tensor").expression();
  }

  Optional<ParamExpr> optionalParam(String name) {
    return take(name, AttributeValue.Param.class, "a tensor").map(AttributeValue.Param::expression);
  }

  BatchNormParams norm(String name) {
    return require(name, AttributeValue.Norm.class, "a batch norm").bn();
  }

  boolean bool(String name, boolean byDefault) {
    return take(name, AttributeValue.Bool.class, "true or false")
        .map(AttributeValue.Bool::value)
        .orElse(byDefault);
  }

  double number(String name, double byDefault) {
    return take(name, AttributeValue.Num.class, "a number")
        .map(AttributeValue.Num::value)
        .orElse(byDefault);
  }

  double number(String name) {
    return require(name, AttributeValue.Num.class, "a number").value();
  }

  int integer(String name) {
    return integer(name, require(name, AttributeValue.Num.class, "an integer"));
  }

  int integer(String name, int byDefault) {
    return take(name, AttributeValue.Num.class, "an integer")
        .map(number -> integer(name, number))
        .orElse(byDefault);
  }

  List<Double> numbers(String name) {
    return items(name).stream()
        .map(item -> cast(name, item, AttributeValue.Num.class, "a list of numbers").value())
        .toList();
  }

  List<String> strings(String name) {
    return items(name).stream()
        .map(item -> cast(name, item, AttributeValue.Text.class, "a list of strings").value())
        .toList();
  }

  Window window() {
    List<Integer> kernel = sides("kernel", null);
    List<Integer> stride = sides("stride", 1);
    List<Integer> padding = integers("padding", 0);
    List<Integer> dilation = sides("dilation", 1);
    return new Window(
        kernel.get(0),
        kernel.get(1),
        stride.get(0),
        stride.get(1),
        padding(padding),
        dilation.get(0),
        dilation.get(1));
  }

  Activation activation() {
    boolean relu = bool("relu", false);
    List<Double> clamp = numbers("clamp");
    if (clamp.isEmpty()) {
      return relu ? Activation.RELU : Activation.NONE;
    }
    if (relu || clamp.size() != 2) {
      throw wrong("needs one of 'relu' and 'clamp = [low, high]'");
    }
    return new Activation(clamp.get(0), clamp.get(1));
  }

  /** The padding of an operator that has no window. */
  Padding anyPadding() {
    return padding(integers("padding", 0));
  }

  private Padding padding(List<Integer> sides) {
    return switch (sides.size()) {
      case 1 -> Padding.all(sides.get(0));
      case 2 -> new Padding(sides.get(0), sides.get(1), sides.get(0), sides.get(1));
      case 4 -> new Padding(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
      default -> throw wrong("needs one, two or four numbers for 'padding'");
    };
  }

  private List<Integer> sides(String name, Integer byDefault) {
    List<Integer> sides = integers(name, byDefault);
    return switch (sides.size()) {
      case 1 -> List.of(sides.get(0), sides.get(0));
      case 2 -> sides;
      default -> throw wrong("needs one or two numbers for '%s'", name);
    };
  }

  /** One integer or a list of them; an attribute without default must be there. */
  private List<Integer> integers(String name, Integer byDefault) {
    if (left.get(name) instanceof AttributeValue.Items) {
      return numbers(name).stream()
          .map(number -> integer(name, new AttributeValue.Num(number)))
          .toList();
    }
    return List.of(byDefault == null ? integer(name) : integer(name, byDefault));
  }

  private int integer(String name, AttributeValue.Num number) {
    int integer = (int) number.value();
    if (integer != number.value()) {
      throw wrong("needs a 32-bit integer for '%s'", name);
    }
    return integer;
  }

  private List<AttributeValue> items(String name) {
    return take(name, AttributeValue.Items.class, "a list")
        .map(AttributeValue.Items::values)
        .orElse(List.of());
  }

  private <V extends AttributeValue> V require(String name, Class<V> type, String kind) {
    return take(name, type, kind).orElseThrow(() -> wrong("needs '%s'", name));
  }

  private <V extends AttributeValue> Optional<V> take(String name, Class<V> type, String kind) {
    return Optional.ofNullable(left.remove(name)).map(value -> cast(name, value, type, kind));
  }

  private <V> V cast(String name, AttributeValue value, Class<V> type, String kind) {
    if (!type.isInstance(value)) {
      throw wrong("needs %s for '%s'", kind, name);
    }
    return type.cast(value);
  }

  private IllegalArgumentException wrong(String format, Object... arguments) {
    return new IllegalArgumentException(owner + " " + format.formatted(arguments));
  }
}
