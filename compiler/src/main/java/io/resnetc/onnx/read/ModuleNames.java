package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Module paths that the language can say and checkpoints know: {@code layer1.0.conv1}, taken from
 * the weight's name, or from the node's ({@code /layer1/layer1.0/conv1/Conv}) where that says more.
 */
final class ModuleNames {
  private static final String WEIGHT = ".weight";

  private final Set<String> taken = new HashSet<>();

  /** A path for a node, given to no other; {@code weight} is the name of its first parameter. */
  String path(NodeProto node, String weight) {
    String path = weight.endsWith(WEIGHT) ? clean(weight.substring(0, weight.length() - 7)) : "";
    if (path.isEmpty()) {
      path = clean(scope(node));
    }
    if (path.isEmpty()) {
      path = node.getOpType().toLowerCase(Locale.ROOT);
    }
    return claim(path);
  }

  /** A name without dots, for an input. */
  static String identifier(String name, String otherwise) {
    String clean = clean(name).replace('.', '_');
    return clean.isEmpty() ? otherwise : clean;
  }

  private String claim(String path) {
    String unique = path;
    for (int i = 2; !taken.add(unique); i++) {
      unique = path + "_" + i;
    }
    return unique;
  }

  /** The module of a node's name: PyTorch writes every enclosing module before it. */
  private static String scope(NodeProto node) {
    List<String> modules = new ArrayList<>();
    for (String part : node.getName().split("/")) {
      int last = modules.size() - 1;
      if (last >= 0 && part.startsWith(modules.get(last) + ".")) {
        modules.set(last, part);
      } else if (!part.isEmpty()) {
        modules.add(part);
      }
    }
    int last = modules.size() - 1;
    if (last > 0 && modules.get(last).matches(node.getOpType() + "(_\\d+)?")) {
      modules.remove(last);
    }
    return String.join(".", modules);
  }

  /** Only letters, digits and underscores between the dots, and a letter first. */
  private static String clean(String name) {
    String path =
        Arrays.stream(name.split("[.]"))
            .map(part -> part.replaceAll("[^A-Za-z0-9_]", "_"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("."));
    return path.isEmpty() || Character.isDigit(path.charAt(0)) ? "" : path;
  }
}
