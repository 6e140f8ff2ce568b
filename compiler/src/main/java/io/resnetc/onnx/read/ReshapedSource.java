package io.resnetc.onnx.read;

import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import java.util.List;

/** A tensor of the file under other dimensions. */
record ReshapedSource(TensorSource source, List<Integer> dims) implements TensorSource {
  ReshapedSource {
    dims = List.copyOf(dims);
  }

  @Override
  public DType dtype() {
    return source.dtype();
  }

  @Override
  public Tensor decode() {
    return new Tensor(source.decode().values(), dims);
  }
}
