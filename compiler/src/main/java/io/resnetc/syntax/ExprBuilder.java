package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.Span;
import io.resnetc.grammar.ResnetBaseVisitor;
import io.resnetc.grammar.ResnetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Builds expressions from a parse tree without syntax errors. */
final class ExprBuilder extends ResnetBaseVisitor<Expr> {
  private final Spans spans;
  private final Literals literals;
  private final StepBuilder steps;
  private final DepthLimit depth = new DepthLimit();

  ExprBuilder(Spans spans, DiagnosticLog log) {
    this.spans = spans;
    this.literals = new Literals(spans, log);
    this.steps = new StepBuilder(this, literals, spans, log);
  }

  Expr expression(ResnetParser.ExpressionContext ctx) {
    Expr source = visit(ctx.arithmetic());
    return ctx.step().isEmpty()
        ? source
        : new Expr.Chain(source, steps.steps(ctx.step()), spans.of(ctx));
  }

  List<Expr> expressions(List<ResnetParser.ExpressionContext> contexts) {
    return contexts.stream().map(this::expression).toList();
  }

  Ast.Body body(ResnetParser.BodyContext ctx) {
    Optional<Expr> result =
        Optional.ofNullable(ctx.result()).map(found -> expression(found.expression()));
    return new Ast.Body(assignments(ctx.assignment()), result, spans.of(ctx));
  }

  String text(Token token) {
    return literals.text(token);
  }

  List<Ast.Assignment> assignments(List<ResnetParser.AssignmentContext> contexts) {
    return contexts.stream()
        .map(
            ctx ->
                new Ast.Assignment(
                    spans.name(ctx.name()), expression(ctx.expression()), spans.of(ctx)))
        .toList();
  }

  List<Ast.Argument> arguments(ResnetParser.ArgumentsContext ctx) {
    if (ctx == null) {
      return List.of();
    }
    return ctx.argument().stream().map(this::argument).toList();
  }

  private Ast.Argument argument(ResnetParser.ArgumentContext ctx) {
    return new Ast.Argument(
        Optional.ofNullable(ctx.name()).map(spans::name),
        expressions(ctx.expression()),
        spans.of(ctx));
  }

  /** A long sum is deep to the left, where the parser does not recurse but all others do. */
  @Override
  public Expr visit(ParseTree tree) {
    depth.enter(((ParserRuleContext) tree).getStart());
    try {
      return super.visit(tree);
    } finally {
      depth.exit();
    }
  }

  @Override
  public Expr visitNegate(ResnetParser.NegateContext ctx) {
    return new Expr.Unary(UnaryOp.NEGATE, visit(ctx.arithmetic()), spans.of(ctx));
  }

  @Override
  public Expr visitNot(ResnetParser.NotContext ctx) {
    return new Expr.Unary(UnaryOp.NOT, visit(ctx.arithmetic()), spans.of(ctx));
  }

  @Override
  public Expr visitBinary(ResnetParser.BinaryContext ctx) {
    return new Expr.Binary(
        BinaryOp.of(ctx.op.getText()),
        visit(ctx.arithmetic(0)),
        visit(ctx.arithmetic(1)),
        spans.of(ctx.op),
        spans.of(ctx));
  }

  @Override
  public Expr visitOperand(ResnetParser.OperandContext ctx) {
    return visit(ctx.primary());
  }

  @Override
  public Expr visitIndex(ResnetParser.IndexContext ctx) {
    return new Expr.Index(visit(ctx.primary()), expression(ctx.expression()), spans.of(ctx));
  }

  @Override
  public Expr visitInt(ResnetParser.IntContext ctx) {
    return literals.integer(ctx.getStart());
  }

  @Override
  public Expr visitReal(ResnetParser.RealContext ctx) {
    return literals.real(ctx.getStart());
  }

  @Override
  public Expr visitText(ResnetParser.TextContext ctx) {
    return new Expr.TextLiteral(literals.text(ctx.getStart()), spans.of(ctx));
  }

  @Override
  public Expr visitBool(ResnetParser.BoolContext ctx) {
    return new Expr.BoolLiteral(Boolean.parseBoolean(ctx.getText()), spans.of(ctx));
  }

  @Override
  public Expr visitNameUse(ResnetParser.NameUseContext ctx) {
    return new Expr.Use(ctx.getText(), spans.of(ctx));
  }

  @Override
  public Expr visitFunction(ResnetParser.FunctionContext ctx) {
    return new Expr.Function(spans.name(ctx.name()), arguments(ctx.arguments()), spans.of(ctx));
  }

  @Override
  public Expr visitListOf(ResnetParser.ListOfContext ctx) {
    return new Expr.ListOf(expressions(ctx.list().expression()), spans.of(ctx));
  }

  @Override
  public Expr visitParenthesised(ResnetParser.ParenthesisedContext ctx) {
    return expression(ctx.expression());
  }

  @Override
  public Expr visitIf(ResnetParser.IfContext ctx) {
    List<Ast.Body> bodies = ctx.conditional().branch().stream().map(this::branch).toList();
    List<Expr> conditions = expressions(ctx.conditional().expression());
    List<Expr.Branch> branches = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      branches.add(new Expr.Branch(conditions.get(i), bodies.get(i)));
    }
    // The whole of a conditional may be long: its place is its first line's condition.
    Span span = spans.of(ctx.getStart()).to(conditions.get(0).span());
    return new Expr.If(branches, bodies.get(bodies.size() - 1), span);
  }

  private Ast.Body branch(ResnetParser.BranchContext ctx) {
    return new Ast.Body(
        assignments(ctx.assignment()), Optional.of(expression(ctx.expression())), spans.of(ctx));
  }
}
