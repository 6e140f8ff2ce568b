package io.resnetc.bind;

import io.resnetc.ir.op.Padding;
import java.util.List;
import java.util.Map;

/** An operator's arguments: complete, and each of its parameter's type. */
record Arguments(Map<String, Value> values) {
  Arguments {
    values = Map.copyOf(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  int integer(String name) {
    return ((Value.Int) values.get(name)).value();
  }

  double number(String name) {
    Value value = values.get(name);
    return value instanceof Value.Int integer ? integer.value() : ((Value.Real) value).value();
  }

  boolean flag(String name) {
    return ((Value.Bool) values.get(name)).value();
  }

  /** Rows and columns; one integer stands for both. */
  List<Integer> pair(String name) {
    List<Integer> sides = integers(name);
    return sides.size() == 1 ? List.of(sides.get(0), sides.get(0)) : sides;
  }

  /** One integer is for all sides, two are for rows and columns. */
  Padding padding(String name) {
    List<Integer> sides = integers(name);
    return switch (sides.size()) {
      case 1 -> Padding.all(sides.get(0));
      case 2 -> new Padding(sides.get(0), sides.get(1), sides.get(0), sides.get(1));
      default -> new Padding(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    };
  }

  private List<Integer> integers(String name) {
    Value value = values.get(name);
    List<Value> elements = value instanceof Value.ListOf list ? list.elements() : List.of(value);
    return elements.stream().map(element -> ((Value.Int) element).value()).toList();
  }
}
