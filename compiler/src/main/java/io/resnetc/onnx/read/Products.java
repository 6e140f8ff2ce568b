package io.resnetc.onnx.read;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.Shape;
import io.resnetc.ir.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Products of the features with a constant matrix. */
final class Products {
  private Products() {}

  static Value gemm(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    Constant weight = node.constant(1);
    if (node.attributes().flag("transA")) {
      throw new Unsupported("transA");
    }
    if (weight.dims().size() != 2) {
      throw new Unsupported("a weight of %s", weight.dims());
    }
    if (!node.attributes().flag("transB")) {
      weight = Folding.transposed(weight, List.of(1, 0));
    }
    weight = scaled(weight, node.attributes().number("alpha", 1));
    double beta = node.attributes().number("beta", 1);
    int features = weight.dims().get(0);
    Optional<Constant> bias =
        beta == 0
            ? Optional.empty()
            : node.optionalConstant(2).map(c -> scaled(bias(c, features), beta));
    return linear(node, x, weight, bias, t);
  }

  static Value matMul(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    Constant weight = node.constant(1);
    boolean vector = weight.dims().size() == 1;
    if (vector) {
      weight = weight.reshaped(List.of(weight.elements(), 1));
    }
    if (weight.dims().size() != 2) {
      throw new Unsupported("a weight of %s", weight.dims());
    }
    Constant transposed = Folding.transposed(weight, List.of(1, 0));
    Value.Feature result = linear(node, x, transposed, Optional.empty(), t);
    return vector
        ? t.feature(result.dims().subList(0, result.dims().size() - 1), result.node())
        : result;
  }

  private static Value.Feature linear(
      NodeView node, Value.Feature x, Constant weight, Optional<Constant> bias, Translation t) {
    List<Integer> dims = x.dims();
    int inputs = dims.isEmpty() ? 1 : dims.get(dims.size() - 1);
    if (Dimensions.elements(t.layout().ofImage(dims)) != inputs || weight.dims().get(1) != inputs) {
      throw new Unsupported("a product of %s and a matrix of %s", dims, weight.dims());
    }
    int features = weight.dims().get(0);
    String path = t.names().path(node.proto(), node.inputName(1));
    Shape shape = t.shape(x.node());
    boolean conv = t.layout().linearAsConv() && shape.isImage() && shape.channels() == inputs;
    List<Integer> kept = conv ? List.of(features, inputs, 1, 1) : weight.dims();
    ParamExpr parameter = t.weights().keep(path + ".weight", weight.reshaped(kept));
    Optional<ParamExpr> shift = bias.map(values -> t.weights().keep(path + ".bias", values));
    int result =
        conv
            ? t.add(
                path,
                new Conv2d(parameter, shift, Window.square(1, 1, 0), 1, Activation.NONE),
                x.node())
            : t.add(path, new Linear(parameter, shift, Activation.NONE), t.vector(x));
    List<Integer> resultDims = new ArrayList<>(dims.subList(0, Math.max(dims.size() - 1, 0)));
    resultDims.add(features);
    return t.feature(resultDims, result);
  }

  /** A bias for every feature, the same for every image. */
  private static Constant bias(Constant values, int features) {
    List<Integer> row = List.of(features);
    if (values.dims().size() > 1
        && values.elements() != values.dims().get(values.dims().size() - 1)) {
      throw new Unsupported("a third operand of %s differs between images", values.dims());
    }
    Constant flat = values.reshaped(List.of(values.elements()));
    return flat.dims().equals(row)
        ? flat
        : Constant.of(values.type(), row, Folding.expand(flat, row));
  }

  private static Constant scaled(Constant tensor, double factor) {
    if (factor == 1) {
      return tensor;
    }
    double[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return Constant.of(tensor.type(), tensor.dims(), values);
  }
}
