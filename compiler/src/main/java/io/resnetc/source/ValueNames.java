package io.resnetc.source;

import io.resnetc.ir.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for values: that of their module, or of their operator with a number. */
final class ValueNames {
  /** What the grammar does not take for a name. */
  private static final Set<String> RESERVED =
      Set.of(
          "import",
          "block",
          "model",
          "return",
          "sequence",
          "for",
          "in",
          "if",
          "else",
          "then",
          "and",
          "or",
          "not",
          "true",
          "false");

  private final Map<Integer, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>(RESERVED);
  private final Map<String, Integer> counters = new HashMap<>();

  ValueNames(String input) {
    taken.add(input);
  }

  String of(Node node) {
    return names.get(node.id());
  }

  void give(Node node, String name) {
    names.put(node.id(), name);
  }

  String give(Node node) {
    boolean labelled = !node.origin().label().isEmpty();
    String path = labelled ? name(node.origin().path()) : "";
    String name = path.isEmpty() || !taken.add(path) ? numbered(node.op().name()) : path;
    give(node, name);
    return name;
  }

  /** A path as a name, which does not begin with a digit. */
  private static String name(String path) {
    return path.replaceAll("[.-]", "_").replaceFirst("^[0-9]", "_$0");
  }

  private String numbered(String word) {
    String name;
    do {
      name = word + counters.merge(word, 1, Integer::sum);
    } while (!taken.add(name));
    return name;
  }
}
