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
    boolean transA = node.attributes().flag("transA");
    boolean transB = node.attributes().flag("transB");
    double alpha = node.attributes().number("alpha", 1);
    double beta = node.attributes().number("beta", 1);
    Optional<Value> addend =
        node.has(2) && beta != 0 ? Optional.of(node.input(2)) : Optional.empty();
    if (transA || node.isConstant(0) || !isRow(node.feature(0), t)) {
      Value.Feature product = new Contraction(node, transA, transB, alpha).apply(t);
      return plus(node, product, addend, beta, t);
    }
    Constant weight = node.constant(1);
    if (weight.dims().size() != 2) {
      throw new Unsupported("a weight of %s", weight.dims());
    }
    Constant scaled = scaled(transB ? weight : transposed(weight), alpha);
    Optional<Constant> bias =
        addend
            .filter(values -> isBias(values, scaled.dims().get(0)))
            .map(values -> scaled(bias((Constant) values, scaled.dims().get(0)), beta));
    Value.Feature product = linear(node, node.feature(0), scaled, bias, t);
    return bias.isPresent() ? product : plus(node, product, addend, beta, t);
  }

  private static Value plus(
      NodeView node, Value.Feature product, Optional<Value> addend, double beta, Translation t) {
    if (addend.isEmpty()) {
      return product;
    }
    Value scaled =
        addend.get() instanceof Constant constant
            ? scaled(constant, beta)
            : Arithmetic.times(node, (Value.Feature) addend.get(), beta, t);
    return Arithmetic.plus(node, product, scaled, t);
  }

  static Value matMul(NodeView node, Translation t) {
    if (node.isConstant(0) || !isRow(node.feature(0), t) || node.constant(1).dims().size() > 2) {
      return new Contraction(node, false, false, 1).apply(t);
    }
    Constant weight = node.constant(1);
    boolean vector = weight.dims().size() == 1;
    Constant matrix = vector ? weight.reshaped(List.of(weight.elements(), 1)) : weight;
    Value.Feature result = linear(node, node.feature(0), transposed(matrix), Optional.empty(), t);
    return vector
        ? t.feature(result.dims().subList(0, result.dims().size() - 1), result.node())
        : result;
  }

  /** Whether an image has one row of the matrix. */
  private static boolean isRow(Value.Feature x, Translation t) {
    int inputs = x.dims().isEmpty() ? 1 : x.dims().get(x.dims().size() - 1);
    return Dimensions.elements(t.layout().ofImage(x.dims())) == inputs;
  }

  private static Constant transposed(Constant matrix) {
    return Folding.transposed(matrix, List.of(1, 0));
  }

  private static Value.Feature linear(
      NodeView node, Value.Feature x, Constant weight, Optional<Constant> bias, Translation t) {
    List<Integer> dims = x.dims();
    int inputs = dims.isEmpty() ? 1 : dims.get(dims.size() - 1);
    if (weight.dims().get(1) != inputs) {
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

  /** Whether a third operand is one number for every feature, the same for every image. */
  private static boolean isBias(Value value, int features) {
    return value instanceof Constant constant
        && (constant.elements() == 1
            || constant.elements() == features
                && constant.dims().get(constant.dims().size() - 1) == features);
  }

  private static Constant bias(Constant values, int features) {
    Constant flat = values.reshaped(List.of(values.elements()));
    return values.elements() == features
        ? flat
        : Constant.of(values.type(), List.of(features), Folding.expand(flat, List.of(features)));
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
