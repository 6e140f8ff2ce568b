package io.resnetc.onnx.read;

import io.resnetc.diag.Place;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Flatten;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graph under construction, and the forms in which its values can be had. */
final class Translation {
  private final GraphBuilder builder;
  private final Layout layout;
  private final WeightStore weights = new WeightStore();
  private final ModuleNames names = new ModuleNames();
  private final Map<Integer, Integer> flat = new HashMap<>();

  Translation(String name, Layout layout) {
    builder = new GraphBuilder(name);
    this.layout = layout;
  }

  GraphBuilder builder() {
    return builder;
  }

  Layout layout() {
    return layout;
  }

  WeightStore weights() {
    return weights;
  }

  ModuleNames names() {
    return names;
  }

  Shape shape(int node) {
    return builder.shape(node);
  }

  /** Appends an operator without parameters. */
  int add(Op op, Integer... operands) {
    return add("", op, operands);
  }

  /** Appends an operator; {@code path} is its module's. */
  int add(String path, Op op, Integer... operands) {
    return builder.add(op, List.of(operands), new Origin("", "", path, Place.NONE));
  }

  /** A result of the model, checked to be the same for every image of a batch. */
  Value.Feature feature(List<Integer> dims, int node) {
    layout.ofImage(dims);
    if (Dimensions.elements(dims) != layout.images() * shape(node).elements()) {
      throw new IllegalStateException("%s is not %s".formatted(dims, shape(node)));
    }
    return new Value.Feature(dims, node);
  }

  /** The value as a vector. */
  int vector(Value.Feature value) {
    int node = value.node();
    return shape(node).isImage()
        ? flat.computeIfAbsent(node, image -> add(new Flatten(), image))
        : node;
  }

  /** The value as a feature map (or a vector, where it has no pixels), channels first. */
  int channelsFirst(Value.Feature value) {
    return formed(value, layout.channelsFirst(value.dims()));
  }

  /** The value as one of these dimensions for an image. */
  int formed(Value.Feature value, List<Integer> dims) {
    Shape wanted = Layout.shape(dims);
    Shape shape = shape(value.node());
    if (shape.equals(wanted)) {
      return value.node();
    }
    if (!wanted.isImage()) {
      return vector(value);
    }
    throw new Unsupported("%s would have to be reshaped to %s", shape, wanted);
  }

  /** The dimensions of a whole value whose image has {@code dims}. */
  List<Integer> withLead(List<Integer> like, List<Integer> dims) {
    List<Integer> result = new ArrayList<>(like.subList(0, like.size() - dims.size()));
    result.addAll(dims);
    return result;
  }
}
