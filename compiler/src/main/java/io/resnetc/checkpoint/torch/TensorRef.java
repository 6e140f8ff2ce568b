package io.resnetc.checkpoint.torch;

import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.WeightsException;
import java.util.List;

/**
 * A tensor as a pickle describes it: a strided view of a storage. That every element lies within
 * the storage is checked here; that the file has the storage is checked when it is read.
 *
 * @param offset of its first element in the storage
 * @param strides elements from one index to the next, an axis each
 */
record TensorRef(StorageRef storage, long offset, List<Integer> dims, List<Long> strides) {
  /** PyTorch's own limit. */
  private static final int MAX_DIMS = 64;

  /** Bytes of all its elements. */
  long bytes() {
    return dims.stream().mapToLong(dim -> dim).reduce(storage.elementBytes(), (a, b) -> a * b);
  }

  /** Whether its elements lie one after the other in row-major order. */
  boolean contiguous() {
    long stride = 1;
    for (int axis = dims.size() - 1; axis >= 0; axis--) {
      if (dims.get(axis) != 1 && strides.get(axis) != stride) {
        return false;
      }
      stride *= dims.get(axis);
    }
    return true;
  }

  /** Checks what the arguments of PyTorch's {@code _rebuild_tensor} say. */
  static TensorRef of(StorageRef storage, long offset, List<Long> dims, List<Long> strides) {
    try {
      String problem = problem(storage, offset, dims, strides);
      if (!problem.isEmpty()) {
        throw new WeightsException(claim(storage, offset, dims, strides) + problem);
      }
      return new TensorRef(
          storage, offset, dims.stream().map(Math::toIntExact).toList(), List.copyOf(strides));
    } catch (ArithmeticException e) {
      throw new WeightsException(claim(storage, offset, dims, strides) + " is too large");
    }
  }

  private static String problem(
      StorageRef storage, long offset, List<Long> dims, List<Long> strides) {
    if (dims.size() != strides.size() || dims.size() > MAX_DIMS) {
      return " has no meaning";
    }
    if (offset < 0 || dims.stream().anyMatch(d -> d < 0) || strides.stream().anyMatch(s -> s < 0)) {
      return " has negative numbers";
    }
    long bytes = storage.elementBytes();
    long end = Math.addExact(offset, 1);
    for (int axis = 0; axis < dims.size(); axis++) {
      bytes = Math.multiplyExact(bytes, dims.get(axis));
      long last = Math.multiplyExact(dims.get(axis) - 1, strides.get(axis));
      end = Math.addExact(end, Math.max(last, 0));
    }
    if (bytes > 0 && end > storage.elements()) {
      return " reaches beyond its %d elements".formatted(storage.elements());
    }
    return bytes > Integer.MAX_VALUE - Long.BYTES ? " has more bytes than a Java array holds" : "";
  }

  private static String claim(
      StorageRef storage, long offset, List<Long> dims, List<Long> strides) {
    return "a tensor with size %s, strides %s and offset %d in storage '%s'"
        .formatted(abbreviated(dims), abbreviated(strides), offset, Printable.of(storage.key()));
  }

  private static String abbreviated(List<Long> numbers) {
    return numbers.size() <= MAX_DIMS ? numbers.toString() : "of " + numbers.size() + " axes";
  }
}
