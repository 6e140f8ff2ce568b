package io.resnetc.ir.op;

import java.util.List;

/**
 * An operator: its attributes, its parameters, its name and its shape rule. What differs by back
 * end (interpreting, printing, lowering) is an {@link OpVisitor}.
 */
public sealed interface Op
    permits Add,
        AvgPool,
        BatchNorm,
        Binary,
        ChannelPad,
        ChannelShuffle,
        ChannelSlice,
        Concat,
        Conv2d,
        Flatten,
        GlobalAvgPool,
        GlobalMaxPool,
        Identity,
        Input,
        Linear,
        MaxPool,
        Pad,
        Pointwise,
        PRelu,
        Relu,
        ScaleShift,
        Softmax,
        Subsample {

  /** The operator's name in the IR's text form. */
  String name();

  /**
   * The result's shape.
   *
   * @throws ShapeException when the operands do not fit
   */
  Shape infer(List<Shape> operands);

  <R> R accept(OpVisitor<R> visitor);

  /** The constant tensors that the operator reads. */
  default List<ParamExpr> params() {
    return List.of();
  }

  /** Multiply-adds for one image, as a bill counts them: convolutions and matrix products only. */
  default long multiplyAdds(List<Shape> operands) {
    return 0;
  }

  /** Checks the number of operands and returns the first one's shape. */
  static Shape operand(String name, int arity, List<Shape> operands) {
    if (operands.size() != arity) {
      throw new ShapeException(
          "%s takes %d operand%s, not %d"
              .formatted(name, arity, arity == 1 ? "" : "s", operands.size()));
    }
    return operands.get(0);
  }

  /** The only operand, which must be a feature map. */
  static Shape image(String name, List<Shape> operands) {
    Shape shape = operand(name, 1, operands);
    if (!shape.isImage()) {
      throw new ShapeException(name + " needs a feature map, not the vector " + shape);
    }
    return shape;
  }
}
