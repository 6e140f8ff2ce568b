package io.resnetc.syntax;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.grammar.ResnetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Builds steps from a parse tree without syntax errors. */
record StepBuilder(ExprBuilder exprs, Literals literals, Spans spans, DiagnosticLog log) {
  List<Step> steps(List<ResnetParser.StepContext> contexts) {
    return contexts.stream().map(this::step).toList();
  }

  private Step step(ResnetParser.StepContext ctx) {
    if (ctx.loop() != null) {
      return loop(ctx.loop());
    }
    if (ctx.choice() != null) {
      return choice(ctx.choice());
    }
    Optional<Label> label = Optional.ofNullable(ctx.label()).map(this::label);
    Optional<Expr> count = Optional.ofNullable(ctx.count()).map(this::count);
    return ctx.call() == null
        ? new Step.Sequence(label, count, steps(ctx.steps()), head(ctx, ctx.steps()))
        : new Step.Call(
            label,
            count,
            spans.name(ctx.call().name()),
            exprs.arguments(ctx.call().arguments()),
            spans.of(ctx));
  }

  private Step.Steps steps(ResnetParser.StepsContext ctx) {
    return new Step.Steps(exprs.assignments(ctx.assignment()), steps(ctx.step()));
  }

  private Step loop(ResnetParser.LoopContext ctx) {
    ResnetParser.PatternContext pattern = ctx.pattern();
    return new Step.Loop(
        pattern.name().stream().map(spans::name).toList(),
        pattern.getStart().getText().equals("["),
        exprs.expression(ctx.expression()),
        steps(ctx.steps()),
        head(ctx, ctx.steps()));
  }

  private Step choice(ResnetParser.ChoiceContext ctx) {
    List<Step.Steps> steps = ctx.steps().stream().map(this::steps).toList();
    List<Expr> conditions = exprs.expressions(ctx.expression());
    List<Step.Branch> branches = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      branches.add(new Step.Branch(conditions.get(i), steps.get(i)));
    }
    return new Step.Choice(
        branches,
        steps.size() > branches.size()
            ? Optional.of(steps.get(steps.size() - 1))
            : Optional.empty(),
        head(ctx, ctx.steps(0)));
  }

  /** Of steps in braces, which may be long, the place is what stands before them. */
  private Span head(ParserRuleContext ctx, ResnetParser.StepsContext braces) {
    return spans.of(ctx.getStart()).to(spans.of(braces.getStart()));
  }

  private Label label(ResnetParser.LabelContext ctx) {
    List<Label.Part> parts = new ArrayList<>();
    for (ParseTree child : ctx.children) {
      if (child instanceof ResnetParser.LabelPartContext part) {
        part.children.forEach(piece -> parts.add(piece(piece)));
      } else {
        parts.add(new Label.Text(child.getText()));
      }
    }
    return new Label(joined(parts), spans.of(ctx));
  }

  private Label.Part piece(ParseTree piece) {
    if (piece instanceof ResnetParser.HoleContext hole) {
      return new Label.Hole(exprs.expression(hole.expression()));
    }
    ResnetParser.LabelWordContext word = (ResnetParser.LabelWordContext) piece;
    // "0.1" reads as a number, which is welcome here; "1e5" is not.
    if (word.FLOAT() != null && !word.getText().matches("[0-9.]+")) {
      log.error(ErrorKind.BAD_LABEL, spans.of(word), word.getText());
    }
    return new Label.Text(word.getText());
  }

  /** Texts side by side become one. */
  private static List<Label.Part> joined(List<Label.Part> parts) {
    List<Label.Part> joined = new ArrayList<>();
    for (Label.Part part : parts) {
      Label.Part last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (part instanceof Label.Text text && last instanceof Label.Text before) {
        joined.set(joined.size() - 1, new Label.Text(before.text() + text.text()));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }

  private Expr count(ResnetParser.CountContext ctx) {
    if (ctx.INT() != null) {
      return literals.integer(ctx.INT().getSymbol());
    }
    return ctx.name() != null
        ? new Expr.Use(ctx.name().getText(), spans.of(ctx))
        : exprs.expression(ctx.expression());
  }
}
