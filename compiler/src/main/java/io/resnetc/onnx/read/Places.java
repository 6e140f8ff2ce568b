package io.resnetc.onnx.read;

import java.util.Arrays;
import java.util.List;

/**
 * Where each element of a tensor lies in the one that it is taken from, both in row-major order.
 */
final class Places {
  private Places() {}

  /** Every element of {@code dims}, at {@code first} plus multiples of each axis's step. */
  static int[] of(List<Integer> dims, int[] steps, int first) {
    int[] own = Dimensions.strides(dims);
    int[] places = new int[Dimensions.elements(dims)];
    for (int i = 0; i < places.length; i++) {
      int place = first;
      for (int axis = 0; axis < steps.length; axis++) {
        place += i / own[axis] % dims.get(axis) * steps[axis];
      }
      places[i] = place;
    }
    return places;
  }

  /** Of a tensor of {@code own} dimensions broadcast to {@code dims}. */
  static int[] spread(List<Integer> own, List<Integer> dims) {
    List<Integer> ranked = Dimensions.withRank(own, dims.size());
    int[] strides = Dimensions.strides(ranked);
    int[] steps = new int[dims.size()];
    Arrays.setAll(steps, i -> ranked.get(i) == 1 ? 0 : strides[i]);
    return of(dims, steps, 0);
  }

  /** Of a tensor of {@code dims} whose axes are put in another order. */
  static int[] transposed(List<Integer> dims, List<Integer> order) {
    int[] strides = Dimensions.strides(dims);
    int[] steps = order.stream().mapToInt(axis -> strides[axis]).toArray();
    return of(order.stream().map(dims::get).toList(), steps, 0);
  }

  /** Of what a Slice takes. */
  static int[] of(Ranges ranges) {
    int[] strides = Dimensions.strides(ranges.axes().stream().map(Ranges.Range::size).toList());
    int[] steps = new int[strides.length];
    int first = 0;
    for (int axis = 0; axis < steps.length; axis++) {
      steps[axis] = strides[axis] * ranges.of(axis).step();
      first += strides[axis] * ranges.of(axis).from();
    }
    return of(ranges.counts(), steps, first);
  }

  /** Of tensors joined along an axis, where they lie one after the other. */
  static int[] joined(List<List<Integer>> parts, int axis) {
    int outer = Dimensions.elements(parts.get(0).subList(0, axis));
    int total = parts.stream().mapToInt(Dimensions::elements).sum();
    int[] places = new int[total];
    int next = 0;
    for (int row = 0; row < outer; row++) {
      int begin = 0;
      for (List<Integer> part : parts) {
        int elements = Dimensions.elements(part);
        int each = elements / outer;
        for (int i = 0; i < each; i++) {
          places[next++] = begin + row * each + i;
        }
        begin += elements;
      }
    }
    return places;
  }
}
