package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Note;
import io.resnetc.diag.Span;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.ShapeException;
import io.resnetc.syntax.BinaryOp;
import io.resnetc.syntax.Expr;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the infix operators make of tensors. */
record TensorArithmetic(Assembly assembly, DiagnosticLog log) {
  private static final Set<BinaryOp> ARITHMETIC = EnumSet.range(BinaryOp.ADD, BinaryOp.REMAINDER);

  /** Whether one side is a tensor and the operation is one that the graph could compute. */
  static boolean concerns(BinaryOp op, Value left, Value right) {
    return ARITHMETIC.contains(op)
        && (left instanceof Value.Tensor && (right instanceof Value.Tensor || isNumber(right))
            || isNumber(left) && right instanceof Value.Tensor);
  }

  /** Applies an operation that {@link #concerns} tensors. */
  Value apply(Expr.Binary expr, Value left, Value right, Frame frame) {
    if (left instanceof Value.Tensor a && right instanceof Value.Tensor b) {
      return tensors(expr, a, b, frame);
    }
    double number = number(left instanceof Value.Tensor ? right : left);
    boolean reversed = right instanceof Value.Tensor;
    if (expr.op() == BinaryOp.DIVIDE && number == 0 && !reversed) {
      log.error(ErrorKind.DIVISION_BY_ZERO, expr.span());
      return Value.Unknown.INSTANCE;
    }
    Value.Tensor tensor = (Value.Tensor) (reversed ? right : left);
    Span span = expr.symbol();
    return switch (expr.op()) {
      case ADD -> affine(span, tensor, 1, number, frame);
      case SUBTRACT -> affine(span, tensor, reversed ? -1 : 1, reversed ? number : -number, frame);
      case MULTIPLY -> affine(span, tensor, number, 0, frame);
      case DIVIDE ->
          reversed
              ? unsupported(expr, "a number divided by a tensor")
              : affine(span, tensor, 1 / number, 0, frame);
      default -> unsupported(expr, "'" + expr.op().symbol() + "' of a tensor");
    };
  }

  Value negate(Expr.Unary expr, Value.Tensor tensor, Frame frame) {
    return affine(expr.span(), tensor, -1, 0, frame);
  }

  private Value tensors(Expr.Binary expr, Value.Tensor a, Value.Tensor b, Frame frame) {
    Optional<Op> op = OperatorTable.infix(expr.op());
    if (op.isEmpty()) {
      return unsupported(expr, "'" + expr.op().symbol() + "' between tensors");
    }
    if (!fits(op.get(), a, b)) {
      List<Note> notes = new ArrayList<>(assembly.history().of("the left side", a.id()));
      notes.addAll(assembly.history().of("the right side", b.id()));
      if (expr.op() == BinaryOp.ADD) {
        log.error(ErrorKind.ADD_MISMATCH, expr.symbol(), notes, a.shape(), b.shape());
      } else {
        String message = "cannot %s %s and %s".formatted(op.get().name(), a.shape(), b.shape());
        log.error(ErrorKind.BAD_SHAPE, expr.symbol(), notes, message);
      }
      // One of the two is right, and more of the network can be checked with it.
      return a;
    }
    return add(expr.symbol(), op.get(), List.of(a.id(), b.id()), frame);
  }

  private static boolean fits(Op op, Value.Tensor a, Value.Tensor b) {
    try {
      op.infer(List.of(a.shape(), b.shape()));
      return true;
    } catch (ShapeException e) {
      return false;
    }
  }

  private Value affine(Span span, Value.Tensor x, double scale, double shift, Frame frame) {
    List<Integer> dims = List.of(x.shape().channels());
    Op op =
        new ScaleShift(
            new ParamExpr.Fill(scale, dims), new ParamExpr.Fill(shift, dims), Activation.NONE);
    return add(span, op, List.of(x.id()), frame);
  }

  private Value add(Span span, Op op, List<Integer> operands, Frame frame) {
    return assembly.add(() -> op, operands, frame.origin("", span), span);
  }

  private Value unsupported(Expr.Binary expr, String what) {
    log.error(ErrorKind.UNSUPPORTED, expr.symbol(), what);
    return Value.Unknown.INSTANCE;
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Int || value instanceof Value.Real;
  }

  private static double number(Value value) {
    return value instanceof Value.Int integer ? integer.value() : ((Value.Real) value).value();
  }
}
