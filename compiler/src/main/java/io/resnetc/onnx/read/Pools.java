package io.resnetc.onnx.read;

import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.GlobalAvgPool;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Pools, over windows and over everything. */
final class Pools {
  private Pools() {}

  static Value max(NodeView node, Translation t) {
    node.requireOneOutput("the index of each maximum");
    Value.Feature x = node.feature(0);
    Window window = window(node, x, t);
    MaxPool pool = new MaxPool(window, node.attributes().flag("ceil_mode"));
    return Spatial.like(x, t.add(pool, t.channelsFirst(x)), t);
  }

  static Value average(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    Window window = window(node, x, t);
    boolean ceil = node.attributes().flag("ceil_mode");
    boolean count = node.attributes().flag("count_include_pad");
    int image = t.channelsFirst(x);
    int result =
        window.dilationHeight() == 1 && window.dilationWidth() == 1
            ? t.add(new AvgPool(window, ceil, count), image)
            : dilated(node, window, ceil, count, image, t);
    return Spatial.like(x, result, t);
  }

  /** The IR's pools have no gaps, but a convolution with the same weight everywhere may. */
  private static int dilated(
      NodeView node, Window window, boolean ceil, boolean count, int image, Translation t) {
    Shape shape = t.shape(image);
    boolean ceilMatters =
        ceil
            && (window.outputHeight(shape.height(), true)
                    != window.outputHeight(shape.height(), false)
                || window.outputWidth(shape.width(), true)
                    != window.outputWidth(shape.width(), false));
    if (ceilMatters || !count && !window.padding().equals(Padding.NONE)) {
      throw new Unsupported("dilated windows of which a part is not counted");
    }
    return Convolutions.mean(t.names().path(node.proto(), ""), window, image, t);
  }

  /** A pool over all rows and columns. */
  static Value global(NodeView node, Translation t, Op pool) {
    Value.Feature x = node.feature(0);
    int image = t.channelsFirst(x);
    int result = t.shape(image).isImage() ? t.add(pool, image) : image;
    List<Integer> dims = new ArrayList<>(x.dims());
    dims.replaceAll(dim -> 1);
    dims.set(0, x.dims().get(0));
    dims.set(1, x.dims().get(1));
    return t.feature(dims, result);
  }

  static Value reduceMean(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    List<Integer> dims = x.dims();
    TreeSet<Integer> axes = new TreeSet<>();
    for (long axis : node.integers("axes", 1).orElse(new long[0])) {
      axes.add(Dimensions.axis(axis, dims.size()));
    }
    if (axes.isEmpty() && node.attributes().flag("noop_with_empty_axes")) {
      return x;
    }
    if (axes.isEmpty()) {
      IntStream.range(0, dims.size()).forEach(axes::add);
    }
    if (axes.first() < t.layout().axes()) {
      throw new Unsupported("a mean over images");
    }
    List<Integer> kept = new ArrayList<>(dims);
    axes.forEach(axis -> kept.set(axis, 1));
    List<Integer> image = Spatial.innermost(x, t);
    int first = dims.size() - image.size() + 1;
    boolean formed = image.size() < 4 && t.shape(x.node()).equals(Layout.shape(image));
    int result;
    if (formed && axes.first() >= first) {
      result = mean(x.node(), axes, first, dims.size(), t);
    } else if (formed && image.size() > 1 && axes.equals(Set.of(first - 1))) {
      result = Convolutions.channelMean(t.names().path(node.proto(), ""), x.node(), t);
    } else {
      result = everywhere(x, kept, t).apply(node, x, t);
    }
    if (!flag(node, "keepdims")) {
      axes.descendingSet().forEach(axis -> kept.remove((int) axis));
    }
    return t.feature(kept, result);
  }

  /** A mean over any axes: of each element of {@code kept}, which has 1 in their places. */
  private static LinearMap everywhere(Value.Feature x, List<Integer> kept, Translation t) {
    List<Integer> from = t.layout().ofImage(x.dims());
    int[] places = Places.spread(t.layout().ofImage(kept), from);
    int outputs = Dimensions.elements(t.layout().ofImage(kept));
    LinearMap map = new LinearMap(places.length, outputs);
    for (int i = 0; i < places.length; i++) {
      map.add(places[i], i, (double) outputs / places.length);
    }
    return map;
  }

  private static int mean(int image, TreeSet<Integer> axes, int first, int rank, Translation t) {
    Shape shape = t.shape(image);
    boolean columns = axes.contains(rank - 1);
    boolean rows = rank - first == 1 || axes.contains(first);
    if (rows && columns) {
      return t.add(new GlobalAvgPool(), image);
    }
    int height = rows ? shape.height() : 1;
    int width = columns ? shape.width() : 1;
    Window window = new Window(height, width, height, width, Padding.NONE, 1, 1);
    return t.add(new AvgPool(window, false, true), image);
  }

  private static boolean flag(NodeView node, String attribute) {
    return node.attributes().integer(attribute, 1) != 0;
  }

  private static Window window(NodeView node, Value.Feature x, Translation t) {
    List<Integer> dims = Spatial.requireImage(x, t);
    if (!node.attributes().has("kernel_shape")) {
      throw new Unsupported("kernel_shape is missing");
    }
    return Windows.of(node, dims.subList(1, dims.size()), List.of());
  }
}
