package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.resnetc.ir.op.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * A constant beside a computed value, as one number for each channel, or one for all. Where it
 * differs from pixel to pixel the value is taken as a vector, whose every element is a channel.
 *
 * @param operand the node of the value
 * @param values one number, or one for each of the operand's channels
 */
record Spread(int operand, double[] values) {

  static Spread over(Value.Feature x, Constant constant, Translation t) {
    List<Integer> dims = x.dims();
    List<Integer> own = Dimensions.withRank(constant.dims(), dims.size());
    if (!Dimensions.broadcast(own, dims).equals(dims)) {
      throw new Unsupported("a value of %s is spread over %s", dims, constant.dims());
    }
    if (constant.elements() == 1) {
      return new Spread(x.node(), constant.values());
    }
    int axes = t.layout().axes();
    if (Dimensions.elements(own.subList(0, axes)) != 1) {
      throw new Unsupported("a constant of %s differs between images", constant.dims());
    }
    double[] all =
        Folding.expand(constant.reshaped(own.subList(axes, own.size())), t.layout().ofImage(dims));
    Shape shape = t.shape(x.node());
    int plane = shape.height() * shape.width();
    return eachEqual(all, plane)
        ? new Spread(x.node(), first(all, plane))
        : new Spread(t.vector(x), all);
  }

  /** The numbers as a tensor. */
  Constant tensor() {
    return Constant.of(DataType.FLOAT, List.of(values.length), values);
  }

  private static boolean eachEqual(double[] values, int plane) {
    for (int i = 0; i < values.length; i++) {
      if (Double.compare(values[i], values[i / plane * plane]) != 0) {
        return false;
      }
    }
    return true;
  }

  private static double[] first(double[] values, int plane) {
    double[] result = new double[values.length / plane];
    Arrays.setAll(result, i -> values[i * plane]);
    return result;
  }
}
