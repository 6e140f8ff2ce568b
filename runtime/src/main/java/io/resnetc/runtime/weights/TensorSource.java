package io.resnetc.runtime.weights;

import java.util.List;

/** Where one tensor's values come from: a file's bytes or memory. */
interface TensorSource {
  List<Integer> dims();

  /** The element type's name in the safetensors format. */
  String type();

  /** Whether the elements are floating-point numbers that {@link #decode} reads. */
  boolean decodable();

  /** The tensor as floats, made anew at each call. */
  Tensor decode();

  /** A tensor that is in memory already. */
  static TensorSource of(Tensor tensor) {
    return new TensorSource() {
      @Override
      public List<Integer> dims() {
        return tensor.dims();
      }

      @Override
      public String type() {
        return DType.F32.name();
      }

      @Override
      public boolean decodable() {
        return true;
      }

      @Override
      public Tensor decode() {
        return tensor;
      }
    };
  }
}
