package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Convolutions over rows and columns, or over columns alone. */
final class Convolutions {
  private Convolutions() {}

  static Value conv(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    Constant weight = node.constant(1);
    List<Integer> dims = Spatial.requireImage(x, t);
    if (weight.dims().size() != dims.size() + 1) {
      throw new Unsupported("a weight of %s", weight.dims());
    }
    List<Integer> kernel = weight.dims().subList(2, weight.dims().size());
    Window window = Windows.of(node, dims.subList(1, dims.size()), kernel);
    String path = t.names().path(node.proto(), node.inputName(1));
    ParamExpr kept = t.weights().keep(path + ".weight", weight.reshaped(twoAxes(weight.dims())));
    Optional<ParamExpr> bias =
        node.optionalConstant(2).map(values -> t.weights().keep(path + ".bias", values));
    int groups = Math.toIntExact(node.attributes().integer("group", 1));
    int result =
        t.add(path, new Conv2d(kept, bias, window, groups, Activation.NONE), t.channelsFirst(x));
    return Spatial.like(x, result, t);
  }

  /** A weight over columns alone as one over a row. */
  private static List<Integer> twoAxes(List<Integer> dims) {
    List<Integer> result = new ArrayList<>(dims);
    if (dims.size() == 3) {
      result.add(2, 1);
    }
    return result;
  }

  /** The mean of each window of each channel, whose pixels may lie apart. */
  static int mean(String path, Window window, int x, Translation t) {
    return mean(path, window, t.shape(x).channels(), x, t);
  }

  /** The mean of all channels of each pixel. */
  static int channelMean(String path, int x, Translation t) {
    return mean(path, Window.square(1, 1, 0), 1, x, t);
  }

  /** A convolution with the same number everywhere, of one result for each group of channels. */
  private static int mean(String path, Window window, int groups, int x, Translation t) {
    List<Integer> dims =
        List.of(
            groups, t.shape(x).channels() / groups, window.kernelHeight(), window.kernelWidth());
    double[] values = new double[Dimensions.elements(dims)];
    Arrays.fill(values, (double) groups / values.length);
    ParamExpr weight =
        t.weights().keep(path + ".weight", Constant.of(DataType.FLOAT, dims, values));
    Conv2d conv = new Conv2d(weight, Optional.empty(), window, groups, Activation.NONE);
    return t.add(path, conv, x);
  }
}
