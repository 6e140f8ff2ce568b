package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.Expr;
import io.resnetc.syntax.Label;
import io.resnetc.syntax.Step;
import java.util.List;
import java.util.Optional;

/** Checks the names and calls of steps, on behalf of {@link NameCheck}. */
record StepCheck(NameCheck names, Program program, DiagnosticLog log) {
  /**
   * Checks steps one after the other.
   *
   * @param numbered whether a sequence gives numbers to those without a label
   */
  void check(List<Step> steps, Scope<Span> scope, boolean numbered) {
    steps.forEach(step -> check(step, scope, numbered));
  }

  private void check(Step step, Scope<Span> scope, boolean numbered) {
    if (step instanceof Step.Call call) {
      head(call.label(), call.count(), scope);
      call(call, scope, numbered);
    } else if (step instanceof Step.Sequence sequence) {
      head(sequence.label(), sequence.count(), scope);
      inner(sequence.steps(), scope.inner(), true);
    } else if (step instanceof Step.Loop loop) {
      names.expr(loop.list(), scope);
      Scope<Span> round = scope.inner();
      loop.names().forEach(name -> names.declare(name, round, ErrorKind.DUPLICATE_NAME));
      inner(loop.steps(), round, numbered);
    } else if (step instanceof Step.Choice choice) {
      for (Step.Branch branch : choice.branches()) {
        names.expr(branch.condition(), scope);
        inner(branch.steps(), scope.inner(), numbered);
      }
      choice.otherwise().ifPresent(steps -> inner(steps, scope.inner(), numbered));
    }
  }

  private void inner(Step.Steps steps, Scope<Span> scope, boolean numbered) {
    steps.assignments().forEach(assignment -> names.define(assignment, scope));
    check(steps.steps(), scope, numbered);
  }

  private void head(Optional<Label> label, Optional<Expr> count, Scope<Span> scope) {
    for (Label.Part part : label.map(Label::parts).orElse(List.of())) {
      if (part instanceof Label.Hole hole) {
        names.expr(hole.value(), scope);
      }
    }
    count.ifPresent(expr -> names.expr(expr, scope));
  }

  private void call(Step.Call step, Scope<Span> scope, boolean numbered) {
    arguments(step.arguments(), step.count().isPresent(), step.callee(), scope);
    Optional<Callee> callee = program.callee(step.callee(), log);
    callee.ifPresent(found -> found.signature().match(step.arguments(), step.callee().span(), log));
    boolean weighted = callee.orElse(null) instanceof Operator operator && operator.weighted();
    boolean unnamed = step.label().isEmpty() && step.count().isEmpty() && !numbered;
    if (weighted && unnamed) {
      String name = step.callee().text();
      log.error(ErrorKind.UNLABELLED, step.callee().span(), name, name);
    }
  }

  void arguments(
      List<Ast.Argument> arguments, boolean repeated, Ast.Name callee, Scope<Span> scope) {
    for (Ast.Argument argument : arguments) {
      argument.values().forEach(value -> names.expr(value, scope));
      if (argument.values().size() > 1 && !repeated) {
        log.error(ErrorKind.THEN_WITHOUT_REPEAT, argument.span(), callee.text());
      }
    }
  }
}
