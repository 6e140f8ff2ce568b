package io.resnetc.runtime.weights;

import java.util.List;

/**
 * A tensor as its file holds it, decoded when asked.
 *
 * @param bytes little-endian and row-major; empty where the type cannot be decoded
 */
record StoredTensor(DType dtype, List<Integer> dims, byte[] bytes) implements TensorSource {
  @Override
  public Tensor decode() {
    return new Tensor(dtype.decode(bytes), dims);
  }
}
