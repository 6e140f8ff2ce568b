package io.resnetc.bind;

import io.resnetc.diag.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What can be done with lists. */
final class Lists {
  private Lists() {}

  /** The element at an index, counted from 0. */
  static Value element(Value list, Value index) throws TypeException {
    List<Value> elements = elements(list, "what is indexed");
    int i = integer(index, "an index");
    if (i < 0 || i >= elements.size()) {
      throw new TypeException(ErrorKind.BAD_INDEX, i, elements.size());
    }
    return elements.get(i);
  }

  static Value length(Value list) throws TypeException {
    return new Value.Int(elements(list, "the argument of 'length'").size());
  }

  /** The elements of both lists, one list after the other. */
  static Value joined(Value.ListOf left, Value.ListOf right) throws TypeException {
    checkLength((long) left.elements().size() + right.elements().size());
    List<Value> elements = new ArrayList<>(left.elements());
    elements.addAll(right.elements());
    return new Value.ListOf(elements);
  }

  /** The integers {@code from} to {@code to}, without {@code to}. */
  static Value range(Value from, Value to) throws TypeException {
    int first = integer(from, "an argument of 'range'");
    int end = integer(to, "an argument of 'range'");
    checkLength((long) end - first);
    return new Value.ListOf(IntStream.range(first, end).<Value>mapToObj(Value.Int::new).toList());
  }

  /** Sums of sums of lists would soon fill all memory. */
  private static void checkLength(long length) throws TypeException {
    if (length > Assembly.LIMIT) {
      throw new TypeException(ErrorKind.LIST_TOO_LONG, length, Assembly.LIMIT);
    }
  }

  private static List<Value> elements(Value value, String what) throws TypeException {
    if (value instanceof Value.ListOf list) {
      return list.elements();
    }
    throw new TypeException(ErrorKind.WRONG_TYPE, what, "a list", value.describe());
  }

  private static int integer(Value value, String what) throws TypeException {
    if (value instanceof Value.Int integer) {
      return integer.value();
    }
    throw new TypeException(ErrorKind.WRONG_TYPE, what, "an integer", value.describe());
  }
}
