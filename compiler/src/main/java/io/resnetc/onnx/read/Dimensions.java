package io.resnetc.onnx.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Arithmetic on the dimensions of tensors. */
final class Dimensions {
  private Dimensions() {}

  /** How many elements a tensor has. */
  static int elements(List<Integer> dims) {
    try {
      return dims.stream().reduce(1, Math::multiplyExact);
    } catch (ArithmeticException e) {
      throw new Unsupported("a tensor of %s is too large", dims);
    }
  }

  /** An axis as its distance from the first, where ONNX may count from behind. */
  static int axis(long axis, int rank) {
    long positive = axis < 0 ? axis + rank : axis;
    if (positive < 0 || positive >= Math.max(rank, 1)) {
      throw new Unsupported("there is no axis %d of %d", axis, rank);
    }
    return (int) positive;
  }

  /** The dimensions of two tensors broadcast against each other. */
  static List<Integer> broadcast(List<Integer> a, List<Integer> b) {
    int rank = Math.max(a.size(), b.size());
    List<Integer> left = withRank(a, rank);
    List<Integer> right = withRank(b, rank);
    List<Integer> result = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      int x = left.get(i);
      int y = right.get(i);
      if (x != y && x != 1 && y != 1) {
        throw new Unsupported("%s and %s do not broadcast", a, b);
      }
      result.add(x == 1 ? y : x);
    }
    return result;
  }

  /** The same dimensions behind as many ones as are missing. */
  static List<Integer> withRank(List<Integer> dims, int rank) {
    int missing = Math.max(rank - dims.size(), 0);
    return Stream.concat(Collections.nCopies(missing, 1).stream(), dims.stream()).toList();
  }

  /** Distances between neighbours of each axis in row-major order. */
  static int[] strides(List<Integer> dims) {
    int[] strides = new int[dims.size()];
    int stride = 1;
    for (int i = dims.size() - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= dims.get(i);
    }
    return strides;
  }

  /** Checks that tensors which are put together along an axis have the same other dimensions. */
  static void requireEqualBut(int axis, List<List<Integer>> parts) {
    for (List<Integer> part : parts) {
      boolean ranked = part.size() == parts.get(0).size();
      if (!ranked || !with(part, axis, 1).equals(with(parts.get(0), axis, 1))) {
        throw new Unsupported("%s and %s do not fit along axis %d", parts.get(0), part, axis);
      }
    }
  }

  /** The dimensions with one of them replaced. */
  static List<Integer> with(List<Integer> dims, int axis, int size) {
    List<Integer> result = new ArrayList<>(dims);
    result.set(axis, size);
    return result;
  }
}
