package io.resnetc.checkpoint.pickle;

import io.resnetc.runtime.weights.WeightsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The pickle machine's stack; a mark on it is where the items of a container begin. */
final class PickleStack {
  private final List<Object> values = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();

  void push(Object value) {
    values.add(value);
  }

  void mark() {
    marks.add(values.size());
  }

  Object top() {
    require(1);
    return values.get(values.size() - 1);
  }

  /** The top as what it has to be. */
  <T> T top(Class<T> type) {
    return checked(top(), type);
  }

  Object pop() {
    require(1);
    return values.remove(values.size() - 1);
  }

  /** The top as what it has to be, taken off. */
  <T> T pop(Class<T> type) {
    return checked(pop(), type);
  }

  /** The {@code count} topmost values, taken off. */
  List<Object> pop(int count) {
    require(count);
    return popFrom(values.size() - count);
  }

  /** Everything above the last mark, taken off with it. */
  List<Object> popToMark() {
    if (marks.isEmpty()) {
      throw new WeightsException("it refers to a mark that it did not set");
    }
    return popFrom(marks.remove(marks.size() - 1));
  }

  private List<Object> popFrom(int start) {
    List<Object> tail = values.subList(start, values.size());
    List<Object> popped = Collections.unmodifiableList(new ArrayList<>(tail));
    tail.clear();
    return popped;
  }

  /** Values below the last mark belong to an outer container and cannot be reached. */
  private void require(int count) {
    int floor = marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    if (values.size() - floor < count) {
      throw new WeightsException("it takes a value from an empty stack");
    }
  }

  private static <T> T checked(Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new WeightsException("it uses %s as %s".formatted(kind(value.getClass()), kind(type)));
    }
    return type.cast(value);
  }

  private static String kind(Class<?> type) {
    if (type == ArrayList.class) {
      return "a list that can grow";
    } else if (List.class.isAssignableFrom(type)) {
      return "a list";
    } else if (Map.class.isAssignableFrom(type)) {
      return "a dictionary";
    } else if (Function.class.isAssignableFrom(type)) {
      return "a function";
    } else {
      return "a " + type.getSimpleName();
    }
  }
}
