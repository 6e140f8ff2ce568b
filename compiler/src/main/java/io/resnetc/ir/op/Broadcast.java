package io.resnetc.ir.op;

import java.util.List;

/**
 * The shape rule of two operands: equal shapes, or one of them {@code [C, 1, 1]}, which then stands
 * for every pixel of the other's channel.
 */
final class Broadcast {
  private Broadcast() {}

  static Shape infer(String name, List<Shape> operands) {
    Shape a = Op.operand(name, 2, operands);
    Shape b = operands.get(1);
    if (a.equals(b) || spreadsOver(b, a)) {
      return a;
    }
    if (spreadsOver(a, b)) {
      return b;
    }
    throw new ShapeException("cannot %s %s and %s".formatted(name, a, b));
  }

  private static boolean spreadsOver(Shape small, Shape large) {
    return large.isImage() && small.equals(Shape.image(large.channels(), 1, 1));
  }
}
