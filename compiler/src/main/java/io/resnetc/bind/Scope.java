package io.resnetc.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that can be seen at a point of the program.
 *
 * @param <T> what is known about a name: its value while expanding, its place while checking
 */
final class Scope<T> {
  private final Optional<Scope<T>> outer;
  private final Map<String, T> names = new LinkedHashMap<>();

  private Scope(Optional<Scope<T>> outer) {
    this.outer = outer;
  }

  static <T> Scope<T> global() {
    return new Scope<>(Optional.empty());
  }

  Scope<T> inner() {
    return new Scope<>(Optional.of(this));
  }

  void define(String name, T value) {
    names.put(name, value);
  }

  Optional<T> find(String name) {
    T value = names.get(name);
    return value != null ? Optional.of(value) : outer.flatMap(scope -> scope.find(name));
  }

  /** Every name that can be seen. */
  List<String> visible() {
    List<String> all = new ArrayList<>(names.keySet());
    outer.ifPresent(scope -> all.addAll(scope.visible()));
    return all;
  }
}
