package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.BinaryOp;
import io.resnetc.syntax.Expr;
import io.resnetc.syntax.UnaryOp;
import java.util.List;
import java.util.Optional;

/** Evaluates the expressions of one instance of a block, or of the model. */
final class Evaluator implements Expr.Visitor<Value> {
  private final Expander expander;
  private final Frame frame;
  private final DiagnosticLog log;

  Evaluator(Expander expander, Frame frame) {
    this.expander = expander;
    this.frame = frame;
    this.log = expander.log();
  }

  Frame frame() {
    return frame;
  }

  Value evaluate(Expr expr) {
    return expander.nested(expr.span(), () -> expr.accept(this));
  }

  /** Evaluates a body's names, then its result. */
  Value body(Ast.Body body) {
    define(body.assignments());
    return body.result().map(this::evaluate).orElse(Value.Unknown.INSTANCE);
  }

  void define(List<Ast.Assignment> assignments) {
    for (Ast.Assignment assignment : assignments) {
      frame.scope().define(assignment.name().text(), evaluate(assignment.value()));
    }
  }

  /** Whether a condition holds; empty when errors were reported. */
  Optional<Boolean> condition(Expr expr) {
    Value condition = evaluate(expr);
    Value holds =
        checked(
            expr.span(),
            List.of(condition),
            () -> new Value.Bool(Arithmetic.bool(condition, "a condition")));
    return holds instanceof Value.Bool bool ? Optional.of(bool.value()) : Optional.empty();
  }

  @Override
  public Value visit(Expr.IntLiteral expr) {
    return new Value.Int(expr.value());
  }

  @Override
  public Value visit(Expr.RealLiteral expr) {
    return new Value.Real(expr.value());
  }

  @Override
  public Value visit(Expr.BoolLiteral expr) {
    return new Value.Bool(expr.value());
  }

  @Override
  public Value visit(Expr.TextLiteral expr) {
    return new Value.Text(expr.value());
  }

  @Override
  public Value visit(Expr.Use expr) {
    Optional<Value> value = frame.scope().find(expr.name());
    if (value.isEmpty()) {
      Ast.Name name = new Ast.Name(expr.name(), expr.span());
      expander.program().unknownName(name, frame.scope().visible(), log);
    }
    return value.orElse(Value.Unknown.INSTANCE);
  }

  @Override
  public Value visit(Expr.ListOf expr) {
    List<Value> elements = expr.elements().stream().map(this::evaluate).toList();
    return elements.contains(Value.Unknown.INSTANCE)
        ? Value.Unknown.INSTANCE
        : new Value.ListOf(elements);
  }

  @Override
  public Value visit(Expr.Index expr) {
    Value list = evaluate(expr.list());
    Value index = evaluate(expr.index());
    return checked(expr.span(), List.of(list, index), () -> Lists.element(list, index));
  }

  @Override
  public Value visit(Expr.Unary expr) {
    Value operand = evaluate(expr.operand());
    if (expr.op() == UnaryOp.NEGATE && operand instanceof Value.Tensor tensor) {
      return new TensorArithmetic(expander.assembly(), log).negate(expr, tensor, frame);
    }
    return checked(
        expr.span(),
        List.of(operand),
        () ->
            expr.op() == UnaryOp.NEGATE
                ? Arithmetic.negate(operand)
                : new Value.Bool(!Arithmetic.bool(operand, "the operand of 'not'")));
  }

  @Override
  public Value visit(Expr.Binary expr) {
    Value left = evaluate(expr.left());
    if (expr.op() == BinaryOp.AND || expr.op() == BinaryOp.OR) {
      return logical(expr, left);
    }
    Value right = evaluate(expr.right());
    if (TensorArithmetic.concerns(expr.op(), left, right)) {
      return new TensorArithmetic(expander.assembly(), log).apply(expr, left, right, frame);
    }
    return checked(
        expr.span(), List.of(left, right), () -> Arithmetic.binary(expr.op(), left, right));
  }

  /** The right side is evaluated only where it matters: it may hold only where the left does. */
  private Value logical(Expr.Binary expr, Value left) {
    String what = "an operand of '" + expr.op().symbol() + "'";
    return checked(
        expr.left().span(),
        List.of(left),
        () -> {
          if (Arithmetic.bool(left, what) == (expr.op() == BinaryOp.OR)) {
            return left;
          }
          Value right = evaluate(expr.right());
          return checked(
              expr.right().span(),
              List.of(right),
              () -> new Value.Bool(Arithmetic.bool(right, what)));
        });
  }

  @Override
  public Value visit(Expr.Function expr) {
    Optional<Function> function = expander.program().function(expr.name(), log);
    if (function.isEmpty()) {
      return Value.Unknown.INSTANCE;
    }
    Signature signature = function.get().signature();
    var matched = signature.match(expr.arguments(), expr.span(), log);
    if (!matched.keySet().containsAll(signature.required())) {
      return Value.Unknown.INSTANCE;
    }
    List<Value> arguments =
        signature.params().stream()
            .map(param -> evaluate(matched.get(param).values().get(0)))
            .toList();
    return checked(
        expr.span(), arguments, () -> function.get().body().apply(arguments, target(expr)));
  }

  private Function.Target target(Expr.Function expr) {
    return (op, operands) ->
        expander
            .assembly()
            .add(
                () -> op,
                operands.stream().map(Value.Tensor::id).toList(),
                frame.origin("", expr.span()),
                expr.span());
  }

  @Override
  public Value visit(Expr.If expr) {
    for (Expr.Branch branch : expr.branches()) {
      Optional<Boolean> holds = condition(branch.condition());
      if (holds.isEmpty()) {
        return Value.Unknown.INSTANCE;
      }
      if (holds.get()) {
        return branch(branch.body());
      }
    }
    return branch(expr.otherwise());
  }

  private Value branch(Ast.Body body) {
    return new Evaluator(expander, frame.branch()).body(body);
  }

  @Override
  public Value visit(Expr.Chain expr) {
    return new Steps(expander, this, Naming.PLAIN).run(expr.steps(), evaluate(expr.source()));
  }

  /** An operation on values that may reject them. */
  private interface Operation {
    Value run() throws TypeException;
  }

  private Value checked(Span span, List<Value> operands, Operation operation) {
    if (operands.contains(Value.Unknown.INSTANCE)) {
      return Value.Unknown.INSTANCE;
    }
    try {
      return operation.run();
    } catch (TypeException e) {
      log.error(e.kind(), span, e.arguments());
      return Value.Unknown.INSTANCE;
    }
  }
}
