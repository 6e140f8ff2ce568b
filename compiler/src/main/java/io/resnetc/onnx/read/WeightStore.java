package io.resnetc.onnx.read;

import io.resnetc.ir.op.ParamExpr;
import io.resnetc.runtime.weights.TensorSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights of the imported network under the names that its graph asks for. */
final class WeightStore {
  private final Map<String, TensorSource> tensors = new LinkedHashMap<>();

  /** Keeps a tensor and returns it as a parameter of the network. */
  ParamExpr.Named keep(String name, Constant tensor) {
    tensors.put(name, tensor.source());
    return new ParamExpr.Named(name, tensor.dims());
  }

  Map<String, TensorSource> tensors() {
    return Collections.unmodifiableMap(tensors);
  }
}
