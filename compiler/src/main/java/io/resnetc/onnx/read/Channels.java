package io.resnetc.onnx.read;

import io.resnetc.ir.op.ChannelShuffle;
import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Concat;
import io.resnetc.ir.op.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Operators that put channels together, apart or in another order. */
final class Channels {
  private Channels() {}

  static Value concat(NodeView node, Translation t) {
    List<Value.Feature> parts =
        IntStream.range(0, node.inputs().size()).mapToObj(node::feature).toList();
    int rank = parts.get(0).dims().size();
    return concat(parts, Dimensions.axis(node.attributes().integer("axis", 1), rank), t);
  }

  private static Value.Feature concat(List<Value.Feature> parts, int axis, Translation t) {
    List<Integer> dims = parts.get(0).dims();
    Dimensions.requireEqualBut(axis, parts.stream().map(Value.Feature::dims).toList());
    if (!isFirst(axis, dims, t)) {
      return Reordering.concat(parts, axis, t);
    }
    int size = parts.stream().mapToInt(part -> part.dims().get(axis)).sum();
    boolean images = parts.stream().allMatch(part -> splits(part, axis, t));
    Integer[] operands =
        parts.stream().map(part -> images ? part.node() : t.vector(part)).toArray(Integer[]::new);
    return t.feature(Dimensions.with(dims, axis, size), t.add(new Concat(), operands));
  }

  /** The parts of one axis that constants name. */
  static Value gather(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    Constant indices = node.constant(1);
    int axis = Dimensions.axis(node.attributes().integer("axis", 0), x.dims().size());
    if (indices.dims().size() > 1 || indices.elements() == 0) {
      throw new Unsupported("indices of %s", indices.dims());
    }
    List<Value.Feature> parts =
        Arrays.stream(indices.longs())
            .mapToInt(index -> Dimensions.axis(index, x.dims().get(axis)))
            .mapToObj(index -> slice(x, axis, index, index + 1, t))
            .toList();
    Value.Feature result = parts.size() == 1 ? parts.get(0) : concat(parts, axis, t);
    List<Integer> dims = new ArrayList<>(result.dims());
    if (indices.dims().isEmpty()) {
      dims.remove(axis);
    }
    return t.feature(dims, result.node());
  }

  static List<Value> split(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    int axis = Dimensions.axis(node.attributes().integer("axis", 0), x.dims().size());
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int size : sizes(node, x.dims().get(axis))) {
      parts.add(slice(x, axis, from, from + size, t));
      from += size;
    }
    return parts;
  }

  private static List<Integer> sizes(NodeView node, int total) {
    if (node.attributes().has("split") || node.has(1)) {
      return Arrays.stream(node.integers("split", 1).orElseThrow())
          .mapToObj(Math::toIntExact)
          .toList();
    }
    int parts =
        Math.toIntExact(node.attributes().integer("num_outputs", node.proto().getOutputCount()));
    int each = (total + parts - 1) / parts;
    return IntStream.range(0, parts).mapToObj(i -> Math.min(each, total - i * each)).toList();
  }

  /** The part {@code from} to {@code to} of the first axis of each image. */
  static Value.Feature slice(Value.Feature x, int axis, int from, int to, Translation t) {
    List<Integer> dims = x.dims();
    if (from == 0 && to == dims.get(axis)) {
      return x;
    }
    if (!isFirst(axis, dims, t)) {
      return Reordering.slice(x, Ranges.along(axis, from, to, dims), t);
    }
    boolean image = splits(x, axis, t);
    int unit = image ? 1 : Dimensions.elements(dims.subList(axis + 1, dims.size()));
    int operand = image ? x.node() : t.vector(x);
    int result = t.add(new ChannelSlice(from * unit, to * unit), operand);
    return t.feature(Dimensions.with(dims, axis, to - from), result);
  }

  /** Of two axes that together are the channels, as ShuffleNet's, a channel shuffle. */
  static Value transpose(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    List<Integer> dims = x.dims();
    List<Integer> order = order(node, dims.size());
    List<Integer> result = order.stream().map(dims::get).toList();
    List<Integer> moved = order.stream().filter(axis -> dims.get(axis) != 1).toList();
    if (moved.equals(moved.stream().sorted().toList())) {
      return t.feature(result, x.node());
    }
    int first =
        IntStream.range(0, order.size()).filter(i -> order.get(i) != i).findFirst().orElse(0);
    List<Integer> swapped = new ArrayList<>(IntStream.range(0, dims.size()).boxed().toList());
    if (first + 1 < dims.size()) {
      Collections.swap(swapped, first, first + 1);
    }
    Shape shape = t.shape(x.node());
    boolean channels =
        order.equals(swapped)
            && isFirst(first, dims, t)
            && dims.get(first) * dims.get(first + 1) == shape.channels();
    if (!channels || !shape.isImage()) {
      return Reordering.transpose(x, order, t);
    }
    return t.feature(result, t.add(new ChannelShuffle(dims.get(first)), x.node()));
  }

  static List<Integer> order(NodeView node, int rank) {
    List<Integer> reversed = IntStream.range(0, rank).map(i -> rank - 1 - i).boxed().toList();
    List<Integer> order =
        node.attributes()
            .integers("perm")
            .map(perm -> perm.stream().map(Math::toIntExact).toList())
            .orElse(reversed);
    if (order.size() != rank || !Set.copyOf(order).equals(Set.copyOf(reversed))) {
      throw new Unsupported("%s is no order of %d axes", order, rank);
    }
    return order;
  }

  /** Whether the axis is the first of an image's, so that its parts lie one after the other. */
  static boolean isFirst(int axis, List<Integer> dims, Translation t) {
    int axes = t.layout().axes();
    return axis >= axes && Dimensions.elements(dims.subList(axes, axis)) == 1;
  }

  /** Whether a node's channels are the axis. */
  static boolean splits(Value.Feature x, int axis, Translation t) {
    return t.shape(x.node()).channels() == x.dims().get(axis);
  }
}
