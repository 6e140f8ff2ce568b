package io.resnetc.onnx.read;

import io.resnetc.ir.op.ChannelPad;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Pad;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Subsample;
import io.resnetc.ir.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Operators on rows and columns, and how their axes are found. */
final class Spatial {
  private Spatial() {}

  /** Channels and rows and columns (or only columns) of an operator that takes images. */
  static List<Integer> requireImage(Value.Feature x, Translation t) {
    List<Integer> dims = t.layout().channelsFirst(x.dims());
    if (dims.size() != 2 && dims.size() != 3) {
      throw new Unsupported("rank %d", x.dims().size());
    }
    return dims;
  }

  /** The last axes of a value as channels, rows and columns; axes of size 1 before them go. */
  static List<Integer> imageDims(Value.Feature x, Translation t) {
    List<Integer> dims = innermost(x, t);
    if (dims.size() != 2 && dims.size() != 3) {
      throw new Unsupported("rank %d", x.dims().size());
    }
    return dims;
  }

  /** Without axes of size 1 in front where there are more than a map has. */
  static List<Integer> innermost(Value.Feature x, Translation t) {
    List<Integer> dims = t.layout().ofImage(x.dims());
    while (dims.size() > 3 && dims.get(0) == 1) {
      dims = dims.subList(1, dims.size());
    }
    return dims;
  }

  /** An image that an operator made of {@code x}, with as many axes. */
  static Value like(Value.Feature x, int node, Translation t) {
    Shape shape = t.shape(node);
    List<Integer> dims = new ArrayList<>(x.dims());
    dims.set(1, shape.channels());
    if (dims.size() == 4) {
      dims.set(2, shape.height());
    }
    dims.set(dims.size() - 1, shape.width());
    return t.feature(dims, node);
  }

  static Value pad(NodeView node, Translation t) {
    node.requireText("mode", "constant", "constant");
    Value.Feature x = node.feature(0);
    int rank = x.dims().size();
    int[] before = new int[rank];
    int[] after = new int[rank];
    readPads(node, before, after);
    double value =
        node.attributes().has("value")
            ? node.attributes().number("value", 0)
            : node.number("", 2, 0);
    List<Integer> image = imageDims(x, t);
    int first = rank - image.size();
    if (IntStream.range(0, first).anyMatch(i -> before[i] != 0 || after[i] != 0)) {
      throw new Unsupported("padding of the batch");
    }
    int result = padded(t.formed(x, image), first, before, after, value, t);
    List<Integer> dims =
        IntStream.range(0, rank).mapToObj(i -> x.dims().get(i) + before[i] + after[i]).toList();
    return t.feature(dims, result);
  }

  private static void readPads(NodeView node, int[] before, int[] after) {
    int rank = before.length;
    String name = node.attributes().has("paddings") ? "paddings" : "pads";
    long[] pads = node.integers(name, 1).orElseThrow(() -> new Unsupported("without pads"));
    long[] axes =
        node.integers("axes", 3).orElse(IntStream.range(0, rank).asLongStream().toArray());
    for (int i = 0; i < axes.length; i++) {
      int axis = Dimensions.axis(axes[i], rank);
      before[axis] = Math.toIntExact(pads[i]);
      after[axis] = Math.toIntExact(pads[i + axes.length]);
    }
  }

  private static int padded(
      int image, int first, int[] before, int[] after, double value, Translation t) {
    int rank = before.length;
    boolean rows = rank - first == 3;
    int row = first + 1;
    int column = rank - 1;
    Padding padding =
        new Padding(rows ? before[row] : 0, before[column], rows ? after[row] : 0, after[column]);
    int result = padding.equals(Padding.NONE) ? image : t.add(new Pad(padding, value), image);
    if (before[first] == 0 && after[first] == 0) {
      return result;
    }
    if (value != 0) {
      throw new Unsupported("channels of %s", value);
    }
    return t.add(new ChannelPad(before[first], after[first]), result);
  }

  static Value slice(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    int rank = x.dims().size();
    Ranges ranges = Ranges.of(node, x.dims());
    if (!isRectangle(ranges, x, t)) {
      return Reordering.slice(x, ranges, t);
    }
    Value.Feature result = subsampled(x, ranges, t);
    if (result != x) {
      ranges = ranges.without(rank - 2).without(rank - 1);
    }
    for (int axis = 0; axis < rank; axis++) {
      Ranges.Range range = ranges.of(axis);
      if (!range.isWhole()) {
        result = cut(result, axis, range, t);
      }
    }
    return result;
  }

  /** Whether only channels in a row are asked for, and rows and columns forwards. */
  private static boolean isRectangle(Ranges ranges, Value.Feature x, Translation t) {
    List<Integer> image = innermost(x, t);
    int first = x.dims().size() - image.size();
    boolean formed = image.size() < 4 && t.shape(x.node()).equals(Layout.shape(image));
    for (int axis = 0; axis < x.dims().size(); axis++) {
      Ranges.Range range = ranges.of(axis);
      boolean channels = range.step() == 1 && Channels.isFirst(axis, x.dims(), t);
      boolean pixels = range.step() > 0 && axis > first && formed;
      if (range.count() == 0 || !range.isWhole() && !channels && !pixels) {
        return false;
      }
    }
    return true;
  }

  /** The same step from the first row and column on, where that is what is asked for. */
  private static Value.Feature subsampled(Value.Feature x, Ranges ranges, Translation t) {
    int last = x.dims().size() - 1;
    if (last < 2 || t.layout().ofImage(x.dims()).size() != 3) {
      return x;
    }
    Ranges.Range rows = ranges.of(last - 1);
    Ranges.Range columns = ranges.of(last);
    int step = rows.step();
    if (step < 2 || columns.step() != step || !rows.isRegular() || !columns.isRegular()) {
      return x;
    }
    int node = t.add(new Subsample(step), t.formed(x, imageDims(x, t)));
    List<Integer> dims = Dimensions.with(x.dims(), last, columns.count());
    return t.feature(Dimensions.with(dims, last - 1, rows.count()), node);
  }

  private static Value.Feature cut(Value.Feature x, int axis, Ranges.Range range, Translation t) {
    List<Integer> image = innermost(x, t);
    boolean inner = axis > x.dims().size() - image.size();
    if (!inner || image.size() < 2) {
      return Channels.slice(x, axis, range.from(), range.from() + range.count(), t);
    }
    List<Integer> dims = imageDims(x, t);
    boolean row = axis == x.dims().size() - 2;
    int node = t.formed(x, dims);
    int size = x.dims().get(axis);
    int end = range.from() + (range.count() - 1) * range.step() + 1;
    Padding crop =
        row
            ? new Padding(-range.from(), 0, end - size, 0)
            : new Padding(0, -range.from(), 0, end - size);
    int cropped = crop.equals(Padding.NONE) ? node : t.add(new Pad(crop, 0), node);
    int result = range.step() == 1 ? cropped : every(range.step(), row, cropped, t);
    return t.feature(Dimensions.with(x.dims(), axis, range.count()), result);
  }

  /** A pool whose window is one pixel takes every so many of them. */
  private static int every(int step, boolean row, int node, Translation t) {
    Window window = new Window(1, 1, row ? step : 1, row ? 1 : step, Padding.NONE, 1, 1);
    return t.add(new MaxPool(window, false), node);
  }
}
