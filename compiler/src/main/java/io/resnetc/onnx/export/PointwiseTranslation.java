package io.resnetc.onnx.export;

import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.Shape;

/** A function of one number in ONNX. */
record PointwiseTranslation(NodeChain chain, Initializers initializers, String x, Shape shape) {
  NodeChain translate(Pointwise op) {
    return switch (op.function()) {
      case CLIP -> clip(op);
      case LEAKY_RELU -> add(node("LeakyRelu").attribute("alpha", argument(op, 0)));
      case SIGMOID -> add(node("Sigmoid"));
      case HARD_SIGMOID ->
          add(
              node("HardSigmoid")
                  .attribute("alpha", argument(op, 0))
                  .attribute("beta", argument(op, 1)));
      case SWISH -> {
        add(node("Sigmoid"));
        yield add(new OnnxNode("Mul", x, chain.end()));
      }
      case HARD_SWISH -> add(node("HardSwish"));
      case TANH -> add(node("Tanh"));
    };
  }

  private NodeChain clip(Pointwise op) {
    String low = initializers.scalar(chain.constant("low"), argument(op, 0));
    String high = initializers.scalar(chain.constant("high"), argument(op, 1));
    return add(new OnnxNode("Clip", x, low, high));
  }

  private OnnxNode node(String type) {
    return new OnnxNode(type, x);
  }

  private NodeChain add(OnnxNode node) {
    return chain.add(node, shape);
  }

  private static float argument(Pointwise op, int index) {
    return op.arguments().get(index).floatValue();
  }
}
