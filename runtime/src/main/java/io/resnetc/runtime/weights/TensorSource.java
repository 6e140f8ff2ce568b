package io.resnetc.runtime.weights;

import java.util.List;

/** Where one tensor's values come from: a file's bytes or memory. */
public interface TensorSource {
  List<Integer> dims();

  /** The type of the elements. */
  DType dtype();

  /**
   * The tensor as floats, made anew at each call.
   *
   * @throws UnsupportedOperationException when the type is not {@link DType#decodable()}
   */
  Tensor decode();

  /**
   * A tensor as a file holds it, decoded when asked.
   *
   * @param bytes little-endian and row-major; not copied, not to be changed
   */
  static TensorSource of(DType dtype, List<Integer> dims, byte[] bytes) {
    return new StoredTensor(dtype, dims, bytes);
  }

  /** A tensor that is in memory already. */
  static TensorSource of(Tensor tensor) {
    return new TensorSource() {
      @Override
      public List<Integer> dims() {
        return tensor.dims();
      }

      @Override
      public DType dtype() {
        return DType.F32;
      }

      @Override
      public Tensor decode() {
        return new Tensor(tensor.values().clone(), tensor.dims());
      }
    };
  }
}
