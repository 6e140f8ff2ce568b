package io.resnetc.onnx.read;

import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.PRelu;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import io.resnetc.ir.op.Relu;

/** Functions of one number, element by element. */
final class Pointwises {
  private static final double LARGEST = Attributes.decimal(Float.MAX_VALUE);

  private Pointwises() {}

  static Value relu(NodeView node, Translation t) {
    return apply(node, t, new Relu());
  }

  static Value clip(NodeView node, Translation t) {
    double low = node.number("min", 1, -LARGEST);
    double high = node.number("max", 2, LARGEST);
    boolean relu = low == 0 && high >= LARGEST;
    return apply(node, t, relu ? new Relu() : Pointwise.of(PointwiseFunction.CLIP, low, high));
  }

  static Value leakyRelu(NodeView node, Translation t) {
    double slope = node.attributes().number("alpha", 0.01);
    return apply(node, t, Pointwise.of(PointwiseFunction.LEAKY_RELU, slope));
  }

  static Value sigmoid(NodeView node, Translation t) {
    return apply(node, t, Pointwise.of(PointwiseFunction.SIGMOID));
  }

  static Value hardSigmoid(NodeView node, Translation t) {
    double alpha = node.attributes().number("alpha", 0.2);
    double beta = node.attributes().number("beta", 0.5);
    return apply(node, t, Pointwise.of(PointwiseFunction.HARD_SIGMOID, alpha, beta));
  }

  static Value hardSwish(NodeView node, Translation t) {
    return apply(node, t, Pointwise.of(PointwiseFunction.HARD_SWISH));
  }

  static Value tanh(NodeView node, Translation t) {
    return apply(node, t, Pointwise.of(PointwiseFunction.TANH));
  }

  static Value prelu(NodeView node, Translation t) {
    Value.Feature x = node.feature(0);
    Spread slope = Spread.over(x, node.constant(1), t);
    String path = t.names().path(node.proto(), node.inputName(1));
    PRelu prelu = new PRelu(t.weights().keep(path + ".weight", slope.tensor()));
    return t.feature(x.dims(), t.add(path, prelu, slope.operand()));
  }

  private static Value apply(NodeView node, Translation t, Op function) {
    Value.Feature x = node.feature(0);
    return t.feature(x.dims(), t.add(function, x.node()));
  }
}
