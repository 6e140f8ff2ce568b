package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Add;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.BinaryFunction;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Pointwise;
import io.resnetc.ir.op.PointwiseFunction;
import io.resnetc.ir.op.Shape;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Sums, differences, products and quotients of two values, or of a value and a constant. */
final class Arithmetic {
  private static final Op ADD = new Add(Activation.NONE);
  private static final Affine ADDITION = c -> new Affine.Pair(1, c);
  private static final Affine MULTIPLICATION = c -> new Affine.Pair(c, 0);

  private Arithmetic() {}

  static Value add(NodeView node, Translation t) {
    return apply(node, t, ADD, ADDITION, ADDITION);
  }

  static Value subtract(NodeView node, Translation t) {
    Op op = new Binary(BinaryFunction.SUBTRACT);
    return apply(node, t, op, c -> new Affine.Pair(1, -c), c -> new Affine.Pair(-1, c));
  }

  static Value multiply(NodeView node, Translation t) {
    Op op = new Binary(BinaryFunction.MULTIPLY);
    return apply(node, t, op, MULTIPLICATION, MULTIPLICATION);
  }

  static Value divide(NodeView node, Translation t) {
    Op op = new Binary(BinaryFunction.DIVIDE);
    if (node.isConstant(0)) {
      return quotient(node, node.constant(0), node.feature(1), t);
    }
    return apply(node, t, op, c -> new Affine.Pair(1 / c, 0), c -> new Affine.Pair(0, 0));
  }

  static Value reciprocal(NodeView node, Translation t) {
    return quotient(node, Constant.of(DataType.FLOAT, List.of(), 1), node.feature(0), t);
  }

  private static Value quotient(NodeView node, Constant left, Value.Feature x, Translation t) {
    Value.Feature dividend = constant(node, left, x, t);
    Value.Feature divisor =
        t.shape(dividend.node()).isImage() ? x : t.feature(x.dims(), t.vector(x));
    return combine(dividend, divisor, new Binary(BinaryFunction.DIVIDE), t);
  }

  /** A constant where {@code x} is a number. A product with 0 would not do: x may be infinite. */
  private static Value.Feature constant(
      NodeView node, Constant constant, Value.Feature x, Translation t) {
    Op zero = Pointwise.of(PointwiseFunction.CLIP, 0.0, 0.0);
    Value.Feature zeros = t.feature(x.dims(), t.add(zero, x.node()));
    return ADDITION.of(node, zeros, constant, t);
  }

  static Value negate(NodeView node, Translation t) {
    return times(node, node.feature(0), -1, t);
  }

  /** A value with every element multiplied by a number. */
  static Value.Feature times(NodeView node, Value.Feature x, double factor, Translation t) {
    Constant constant = Constant.of(DataType.FLOAT, List.of(), factor);
    return factor == 1 ? x : MULTIPLICATION.of(node, x, constant, t);
  }

  static Value sum(NodeView node, Translation t) {
    List<Value.Feature> computed =
        IntStream.range(0, node.inputs().size())
            .filter(i -> !node.isConstant(i))
            .mapToObj(node::feature)
            .toList();
    Value.Feature sum = computed.get(0);
    for (Value.Feature next : computed.subList(1, computed.size())) {
      sum = combine(sum, next, ADD, t);
    }
    for (int i = 0; i < node.inputs().size(); i++) {
      sum = node.isConstant(i) ? ADDITION.of(node, sum, node.constant(i), t) : sum;
    }
    return sum;
  }

  /** The sum of a value and another, or a constant. */
  static Value.Feature plus(NodeView node, Value.Feature x, Value addend, Translation t) {
    return addend instanceof Constant constant
        ? ADDITION.of(node, x, constant, t)
        : combine(x, (Value.Feature) addend, ADD, t);
  }

  private static Value apply(
      NodeView node, Translation t, Op op, Affine constantRight, Affine constantLeft) {
    if (node.isConstant(1)) {
      return constantRight.of(node, node.feature(0), aligned(node), t);
    }
    if (node.isConstant(0)) {
      return constantLeft.of(node, node.feature(1), node.constant(0), t);
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
    if (a.elements() == b.elements()) {
      return a.equals(b)
          ? t.feature(dims, t.add(op, left.node(), right.node()))
          : t.feature(dims, t.add(op, t.vector(left), t.vector(right)));
    }
    if (isPerChannel(left, right, t) || isPerChannel(right, left, t)) {
      return t.feature(dims, t.add(op, left.node(), right.node()));
    }
    return combine(Repetition.over(left, dims, t), Repetition.over(right, dims, t), op, t);
  }

  /** Whether the IR spreads a value over the other's rows and columns; channels must be ONNX's. */
  private static boolean isPerChannel(Value.Feature value, Value.Feature large, Translation t) {
    Shape shape = t.shape(value.node());
    return t.shape(large.node()).isImage()
        && shape.equals(Shape.image(t.shape(large.node()).channels(), 1, 1))
        && shape.equals(Layout.shape(t.layout().ofImage(value.dims())))
        && t.shape(large.node()).equals(Layout.shape(t.layout().ofImage(large.dims())));
  }
}
