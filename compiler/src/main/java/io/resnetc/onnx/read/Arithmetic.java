package io.resnetc.onnx.read;

import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.BinaryFunction;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Shape;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Sums, differences, products and quotients of two values, or of a value and a constant. */
final class Arithmetic {
  private static final Op ADD = new Add(Activation.NONE);

  private Arithmetic() {}

  static Value add(NodeView node, Translation t) {
    return apply(node, t, ADD, c -> new Affine.Pair(1, c), c -> new Affine.Pair(1, c));
  }

  static Value subtract(NodeView node, Translation t) {
    Op op = new Binary(BinaryFunction.SUBTRACT);
    return apply(node, t, op, c -> new Affine.Pair(1, -c), c -> new Affine.Pair(-1, c));
  }

  static Value multiply(NodeView node, Translation t) {
    Op op = new Binary(BinaryFunction.MULTIPLY);
    return apply(node, t, op, c -> new Affine.Pair(c, 0), c -> new Affine.Pair(c, 0));
  }

  static Value divide(NodeView node, Translation t) {
    if (node.isConstant(0)) {
      throw new Unsupported("a constant divided by a computed value");
    }
    Op op = new Binary(BinaryFunction.DIVIDE);
    return apply(node, t, op, c -> new Affine.Pair(1 / c, 0), c -> new Affine.Pair(0, 0));
  }

  static Value sum(NodeView node, Translation t) {
    Value.Feature sum = node.feature(0);
    for (int i = 1; i < node.inputs().size(); i++) {
      sum = combine(sum, node.feature(i), ADD, t);
    }
    return sum;
  }

  private static Value apply(
      NodeView node, Translation t, Op op, Affine constantRight, Affine constantLeft) {
    if (node.isConstant(1)) {
      return constantRight.of(node, 0, aligned(node), t);
    }
    if (node.isConstant(0)) {
      return constantLeft.of(node, 1, node.constant(0), t);
    }
    return combine(node.feature(0), node.feature(1), op, t);
  }

  /** Before operator set 7 the right operand's first axis could be put where one liked. */
  private static Constant aligned(NodeView node) {
    Constant right = node.constant(1);
    if (!node.attributes().has("axis") || !(node.input(0) instanceof Value.Feature left)) {
      return right;
    }
    int axis = Dimensions.axis(node.attributes().integer("axis", 0), left.dims().size());
    int missing = left.dims().size() - axis - right.dims().size();
    List<Integer> ones = Collections.nCopies(Math.max(missing, 0), 1);
    return right.reshaped(
        IntStream.concat(right.dims().stream().mapToInt(i -> i), ones.stream().mapToInt(i -> i))
            .boxed()
            .toList());
  }

  private static Value.Feature combine(
      Value.Feature left, Value.Feature right, Op op, Translation t) {
    List<Integer> dims = Dimensions.broadcast(left.dims(), right.dims());
    Shape a = t.shape(left.node());
    Shape b = t.shape(right.node());
    boolean whole = a.elements() == b.elements();
    if (whole && !a.equals(b)) {
      return t.feature(dims, t.add(op, t.vector(left), t.vector(right)));
    }
    if (!whole) {
      requirePerChannel(left, t);
      requirePerChannel(right, t);
    }
    return t.feature(dims, t.add(op, left.node(), right.node()));
  }

  /** The IR spreads a value over rows and columns; its channels must be ONNX's. */
  private static void requirePerChannel(Value.Feature value, Translation t) {
    Shape expected = Layout.shape(t.layout().ofImage(value.dims()));
    if (!t.shape(value.node()).equals(expected)) {
      throw new Unsupported("%s would have to be reshaped", t.shape(value.node()));
    }
  }
}
