package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.ParamExpr;
import java.util.List;
import java.util.Optional;

/** A linear map of all elements of an image, as one matrix in which most are zeros. */
final class LinearMap {
  /** A matrix of 16 MiB; anything larger was meant to be computed otherwise. */
  private static final long MOST = 1 << 22;

  private final int inputs;
  private final int outputs;
  private final double[] values;

  /**
   * A map to zeros.
   *
   * @throws Unsupported when its matrix would be too large
   */
  LinearMap(int inputs, int outputs) {
    if ((long) inputs * outputs > MOST) {
      throw new Unsupported("a matrix of %d times %d, mostly zeros", outputs, inputs);
    }
    this.inputs = inputs;
    this.outputs = outputs;
    values = new double[inputs * outputs];
  }

  void add(int output, int input, double factor) {
    values[output * inputs + input] += factor;
  }

  /** The node of the vector that it makes of a value. */
  int apply(NodeView node, Value.Feature x, Translation t) {
    if (!t.layout().unrolls()) {
      throw new Unsupported("a matrix for all elements of %s", x.dims());
    }
    String path = t.names().path(node.proto(), node.inputName(1));
    Constant matrix = Constant.of(DataType.FLOAT, List.of(outputs, inputs), values);
    ParamExpr weight = t.weights().keep(path + ".weight", matrix);
    return t.add(path, new Linear(weight, Optional.empty(), Activation.NONE), t.vector(x));
  }
}
