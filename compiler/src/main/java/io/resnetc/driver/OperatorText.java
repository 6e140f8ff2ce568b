package io.resnetc.driver;

import io.resnetc.ir.Node;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Linear;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Window;

/** An operator in a few words, as a bill lists it: {@code conv2d 3x3/2 + add + relu}. */
final class OperatorText {
  private OperatorText() {}

  static String of(Node node) {
    Op op = node.op();
    if (op instanceof Conv2d conv) {
      String groups = conv.groups() == 1 ? "" : " groups " + conv.groups();
      String residual = node.operands().size() == 2 ? " + add" : "";
      return "conv2d" + window(conv.window()) + groups + residual + activation(conv.activation());
    }
    if (op instanceof MaxPool pool) {
      return op.name() + window(pool.window());
    }
    if (op instanceof AvgPool pool) {
      return op.name() + window(pool.window());
    }
    if (op instanceof Linear linear) {
      return op.name() + activation(linear.activation());
    }
    if (op instanceof Add add) {
      return op.name() + activation(add.activation());
    }
    if (op instanceof ScaleShift scale) {
      return op.name() + activation(scale.activation());
    }
    return op.name();
  }

  private static String window(Window window) {
    String stride = sides(window.strideHeight(), window.strideWidth());
    return " %dx%d%s"
        .formatted(
            window.kernelHeight(), window.kernelWidth(), stride.equals("1") ? "" : "/" + stride);
  }

  private static String sides(int height, int width) {
    return height == width ? String.valueOf(height) : height + "x" + width;
  }

  private static String activation(Activation activation) {
    if (activation.equals(Activation.NONE)) {
      return "";
    }
    return activation.equals(Activation.RELU) ? " + relu" : " + clamp";
  }
}
