package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.grammar.ResnetParser;
import java.util.List;
import java.util.Optional;

/** Builds the declarations of a file from a parse tree without syntax errors. */
final class AstBuilder {
  private final ExprBuilder exprs;
  private final Spans spans;
  private final SourceFile file;
  private final DiagnosticLog log;

  AstBuilder(SourceFile file, DiagnosticLog log) {
    this.file = file;
    this.log = log;
    this.spans = new Spans(file);
    this.exprs = new ExprBuilder(spans, log);
  }

  Ast.SourceUnit unit(ResnetParser.UnitContext ctx) {
    return new Ast.SourceUnit(file, ctx.declaration().stream().map(this::declaration).toList());
  }

  Expr expression(ResnetParser.ExpressionContext ctx) {
    return exprs.expression(ctx);
  }

  private Ast.Declaration declaration(ResnetParser.DeclarationContext ctx) {
    if (ctx.importDecl() != null) {
      String path = exprs.text(ctx.importDecl().STRING().getSymbol());
      return new Ast.Import(path, spans.of(ctx.importDecl().STRING().getSymbol()));
    }
    if (ctx.constant() != null) {
      return new Ast.Assignment(
          spans.name(ctx.constant().name()),
          exprs.expression(ctx.constant().expression()),
          spans.of(ctx));
    }
    return ctx.block() != null ? block(ctx.block()) : model(ctx.model());
  }

  private Ast.Block block(ResnetParser.BlockContext ctx) {
    Ast.Name name = spans.name(ctx.name());
    Ast.Body body = body(ctx.body(), "block '" + name.text() + "'", name.span());
    return new Ast.Block(name, parameters(ctx.parameters()), body, spans.of(ctx));
  }

  private Ast.Model model(ResnetParser.ModelContext ctx) {
    Ast.Name name = spans.name(ctx.name());
    Ast.Body body = body(ctx.body(), "model '" + name.text() + "'", name.span());
    return new Ast.Model(
        name,
        parameters(ctx.parameters()),
        ctx.inputDecl().stream().map(this::input).toList(),
        body,
        spans.of(ctx));
  }

  private Ast.Body body(ResnetParser.BodyContext ctx, String what, Span span) {
    int before = log.count();
    Ast.Body body = exprs.body(ctx);
    // Where something else is wrong with the body, its result may only have been misread.
    if (body.result().isEmpty() && log.count() == before) {
      log.error(ErrorKind.NO_RESULT, span, what);
    }
    return body;
  }

  private List<Ast.Parameter> parameters(ResnetParser.ParametersContext ctx) {
    return ctx == null ? List.of() : ctx.parameter().stream().map(this::parameter).toList();
  }

  private Ast.Parameter parameter(ResnetParser.ParameterContext ctx) {
    Optional<Expr> value = Optional.ofNullable(ctx.expression()).map(exprs::expression);
    return new Ast.Parameter(spans.name(ctx.name()), value, spans.of(ctx));
  }

  private Ast.Input input(ResnetParser.InputDeclContext ctx) {
    List<Ast.Option> options =
        ctx.preprocessing() == null
            ? List.of()
            : ctx.preprocessing().option().stream().map(this::option).toList();
    Span span = spans.name(ctx.name()).span().to(spans.of(ctx.list()));
    return new Ast.Input(
        spans.name(ctx.name()), exprs.expressions(ctx.list().expression()), options, span);
  }

  private Ast.Option option(ResnetParser.OptionContext ctx) {
    return new Ast.Option(
        spans.name(ctx.name()), exprs.expression(ctx.expression()), spans.of(ctx));
  }
}
