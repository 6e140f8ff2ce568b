package io.resnetc.checkpoint.torch;

import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor over the bytes of its storage, which it may share with others; gathered into row-major
 * order when it is decoded.
 *
 * @param storage the whole storage's bytes; not changed
 */
record StridedTensor(TensorRef ref, byte[] storage, ByteOrder order) implements TensorSource {
  @Override
  public List<Integer> dims() {
    return ref.dims();
  }

  @Override
  public DType dtype() {
    return ref.storage().dtype();
  }

  @Override
  public Tensor decode() {
    return new Tensor(dtype().decode(rowMajor()), dims());
  }

  /** Its elements' bytes, little-endian and row-major. */
  private byte[] rowMajor() {
    int width = ref.storage().elementBytes();
    long from = ref.storage().begin() + ref.offset();
    if (order == ByteOrder.LITTLE_ENDIAN && ref.contiguous() && ref.bytes() > 0) {
      return Arrays.copyOfRange(
          storage, Math.toIntExact(from * width), Math.toIntExact(from * width + ref.bytes()));
    }
    byte[] result = new byte[Math.toIntExact(ref.bytes())];
    int[] index = new int[dims().size()];
    for (int at = 0; at < result.length; at += width) {
      copy(Math.toIntExact(from * width), result, at, width);
      from += step(index);
    }
    return result;
  }

  private void copy(int from, byte[] result, int at, int width) {
    boolean swapped = order == ByteOrder.BIG_ENDIAN;
    for (int i = 0; i < width; i++) {
      result[at + i] = storage[from + (swapped ? width - 1 - i : i)];
    }
  }

  /** Moves to the next index in row-major order; returns how far that is in the storage. */
  private long step(int[] index) {
    long distance = 0;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      long stride = ref.strides().get(axis);
      if (++index[axis] < dims().get(axis)) {
        return distance + stride;
      }
      distance -= stride * (index[axis] - 1);
      index[axis] = 0;
    }
    return distance;
  }
}
