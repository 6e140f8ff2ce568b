package io.resnetc.onnx.read;

import io.resnetc.ir.op.ChannelSlice;
import io.resnetc.ir.op.Concat;
import java.util.ArrayList;
import java.util.List;

/** Elements in an order that no operator of the IR makes, as slices of a vector. */
final class Reordering {
  /** A call for each slice is no way to move many elements. */
  private static final int MOST = 1024;

  private Reordering() {}

  /** A part of a value along any of its axes, also backwards. */
  static Value.Feature slice(Value.Feature x, Ranges ranges, Translation t) {
    int axes = t.layout().axes();
    if (!ranges.axes().subList(0, axes).stream().allMatch(Ranges.Range::isWhole)) {
      throw new Unsupported("a part of the batch");
    }
    Ranges ofImage = new Ranges(ranges.axes().subList(axes, ranges.axes().size()));
    return t.feature(ranges.counts(), of(t.vector(x), Places.of(ofImage), t));
  }

  /** A value with its axes in another order. */
  static Value.Feature transpose(Value.Feature x, List<Integer> order, Translation t) {
    List<Integer> dims = x.dims();
    int axes = t.layout().axes();
    List<Integer> ofImage =
        order.subList(axes, order.size()).stream().map(axis -> axis - axes).toList();
    if (ofImage.stream().anyMatch(axis -> axis < 0)) {
      throw new Unsupported("%s of %s moves the batch", order, dims);
    }
    int[] places = Places.transposed(t.layout().ofImage(dims), ofImage);
    return t.feature(order.stream().map(dims::get).toList(), of(t.vector(x), places, t));
  }

  /** Values one after the other along any axis. */
  static Value.Feature concat(List<Value.Feature> parts, int axis, Translation t) {
    int axes = t.layout().axes();
    if (axis < axes) {
      throw new Unsupported("along the batch");
    }
    List<List<Integer>> ofImage =
        parts.stream().map(part -> t.layout().ofImage(part.dims())).toList();
    int all = t.add(new Concat(), parts.stream().map(t::vector).toArray(Integer[]::new));
    int size = parts.stream().mapToInt(part -> part.dims().get(axis)).sum();
    List<Integer> dims = Dimensions.with(parts.get(0).dims(), axis, size);
    return t.feature(dims, of(all, Places.joined(ofImage, axis - axes), t));
  }

  /**
   * The elements of a vector that lie at {@code places}, in that order.
   *
   * @return the node of a vector
   */
  static int of(int vector, int[] places, Translation t) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (i == 0 || places[i] != places[i - 1] + 1) {
        starts.add(i);
      }
    }
    if (places.length == 0) {
      throw new Unsupported("nothing is left");
    }
    if (!t.layout().unrolls() || starts.size() > MOST) {
      throw new Unsupported("elements in another order, which would take %d slices", starts.size());
    }
    if (starts.size() == 1 && places.length == t.shape(vector).channels()) {
      return vector;
    }
    starts.add(places.length);
    Integer[] slices = new Integer[starts.size() - 1];
    for (int i = 0; i < slices.length; i++) {
      int from = places[starts.get(i)];
      int count = starts.get(i + 1) - starts.get(i);
      slices[i] = t.add(new ChannelSlice(from, from + count), vector);
    }
    return slices.length == 1 ? slices[0] : t.add(new Concat(), slices);
  }
}
