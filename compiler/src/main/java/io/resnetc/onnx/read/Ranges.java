package io.resnetc.onnx.read;

import java.util.ArrayList;
import java.util.List;

/** What a Slice takes of each axis. */
record Ranges(List<Range> axes) {
  Ranges {
    axes = List.copyOf(axes);
  }

  /** {@code count} elements from {@code from}, {@code step} apart, of {@code size}. */
  record Range(int from, int count, int step, int size) {
    boolean isWhole() {
      return step == 1 && count == size;
    }

    /** Whether it takes every so many of all. */
    boolean isRegular() {
      return from == 0 && step > 0 && count == (size - 1) / step + 1;
    }
  }

  /** The same with all of one axis. */
  Ranges without(int axis) {
    List<Range> others = new ArrayList<>(axes);
    int count = axes.get(axis).count();
    others.set(axis, new Range(0, count, 1, count));
    return new Ranges(others);
  }

  /** The dimensions of what is taken. */
  List<Integer> counts() {
    return axes.stream().map(Range::count).toList();
  }

  Range of(int axis) {
    return axes.get(axis);
  }

  /** {@code from} to {@code to} of one axis, and all of the others. */
  static Ranges along(int axis, int from, int to, List<Integer> dims) {
    List<Range> ranges =
        new ArrayList<>(dims.stream().map(size -> new Range(0, size, 1, size)).toList());
    ranges.set(axis, new Range(from, to - from, 1, dims.get(axis)));
    return new Ranges(ranges);
  }

  static Ranges of(NodeView node, List<Integer> dims) {
    long[] starts = node.integers("starts", 1).orElseThrow(() -> new Unsupported("without starts"));
    long[] ends = node.integers("ends", 2).orElseThrow(() -> new Unsupported("without ends"));
    long[] axes = node.integers("axes", 3).orElse(null);
    long[] steps = node.integers("steps", 4).orElse(null);
    Range[] ranges = dims.stream().map(size -> new Range(0, size, 1, size)).toArray(Range[]::new);
    for (int i = 0; i < starts.length; i++) {
      int axis = axes == null ? i : Dimensions.axis(axes[i], dims.size());
      ranges[axis] = range(starts[i], ends[i], steps == null ? 1 : steps[i], dims.get(axis));
    }
    return new Ranges(List.of(ranges));
  }

  private static Range range(long start, long end, long step, int size) {
    if (step == 0) {
      throw new Unsupported("a step of 0");
    }
    boolean back = step < 0;
    long from = clamp(start < 0 ? start + size : start, 0, back ? size - 1 : size);
    long to = clamp(end < 0 ? end + size : end, back ? -1 : 0, size);
    long distance = back ? from - to : to - from;
    long stride = clamp(step, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    long count = distance <= 0 ? 0 : (distance - 1) / Math.abs(stride) + 1;
    return new Range((int) from, (int) count, (int) stride, size);
  }

  private static long clamp(long value, long low, long high) {
    return Math.min(Math.max(value, low), high);
  }
}
