package io.resnetc.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Operators that change the dimensions of a tensor and not its elements. */
final class Reshapes {
  private Reshapes() {}

  static Value flatten(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    return t.feature(flattened(node, x.dims()), x.node());
  }

  static Value reshape(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    return t.feature(reshaped(node, x.dims()), x.node());
  }

  static Value squeeze(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    return t.feature(squeezed(node, x.dims()), x.node());
  }

  static Value unsqueeze(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    return t.feature(unsqueezed(node, x.dims()), x.node());
  }

  static List<Integer> flattened(NodeView node, List<Integer> dims) {
    long given = node.attributes().integer("axis", 1);
    int axis = given == dims.size() ? dims.size() : Dimensions.axis(given, dims.size());
    return List.of(
        Dimensions.elements(dims.subList(0, axis)),
        Dimensions.elements(dims.subList(axis, dims.size())));
  }

  static List<Integer> reshaped(NodeView node, List<Integer> dims) {
    long[] target = node.integers("shape", 1).orElseThrow(() -> new Unsupported("without a shape"));
    boolean zeroCopies = !node.attributes().flag("allowzero");
    List<Integer> result = new ArrayList<>();
    int inferred = -1;
    for (int i = 0; i < target.length; i++) {
      if (target[i] < -1 || target[i] == -1 && inferred >= 0) {
        throw new Unsupported("the shape %s", Arrays.toString(target));
      }
      if (target[i] == -1) {
        inferred = i;
      }
      boolean copied = target[i] == 0 && zeroCopies && i < dims.size();
      result.add(target[i] == -1 ? 1 : copied ? dims.get(i) : Math.toIntExact(target[i]));
    }
    int elements = Dimensions.elements(dims);
    int known = Dimensions.elements(result);
    if (inferred >= 0 && known > 0) {
      result.set(inferred, elements / known);
    }
    if (Dimensions.elements(result) != elements) {
      throw new Unsupported("%s does not have the elements of %s", result, dims);
    }
    return result;
  }

  static List<Integer> squeezed(NodeView node, List<Integer> dims) {
    TreeSet<Integer> axes = new TreeSet<>();
    if (node.attributes().has("axes") || node.has(1)) {
      for (long axis : node.integers("axes", 1).orElseThrow()) {
        axes.add(Dimensions.axis(axis, dims.size()));
      }
    } else {
      for (int i = 0; i < dims.size(); i++) {
        if (dims.get(i) == 1) {
          axes.add(i);
        }
      }
    }
    List<Integer> result = new ArrayList<>(dims);
    for (int axis : axes.descendingSet()) {
      if (result.remove(axis) != 1) {
        throw new Unsupported("axis %d of %s is not 1", axis, dims);
      }
    }
    return result;
  }

  static List<Integer> unsqueezed(NodeView node, List<Integer> dims) {
    long[] axes = node.integers("axes", 1).orElseThrow(() -> new Unsupported("without axes"));
    TreeSet<Integer> places = new TreeSet<>();
    for (long axis : axes) {
      places.add(Dimensions.axis(axis, dims.size() + axes.length));
    }
    List<Integer> result = new ArrayList<>(dims);
    places.forEach(place -> result.add(place, 1));
    return result;
  }
}
