package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Note;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * Checks every name and every call of a program, also where the chosen model never comes. What
 * depends on values is found only while expanding.
 */
final class NameCheck {
  private final Program program;
  private final DiagnosticLog log;
  private final Scope<Span> globals = Scope.global();

  NameCheck(Program program, DiagnosticLog log) {
    this.program = program;
    this.log = log;
  }

  void check() {
    program.constants().forEach(constant -> define(constant, globals));
    for (Ast.SourceUnit unit : program.units()) {
      unit.blocks().forEach(this::block);
      unit.models().forEach(this::model);
    }
  }

  private void block(Ast.Block block) {
    if (OperatorTable.find(block.name().text()).isPresent()) {
      log.error(ErrorKind.RESERVED_NAME, block.name().span(), block.name().text());
    }
    Scope<Span> scope = globals.inner();
    scope.define("input", block.name().span());
    parameters(block.parameters(), scope);
    body(block.body(), scope);
  }

  private void model(Ast.Model model) {
    Scope<Span> scope = globals.inner();
    parameters(model.parameters(), scope);
    for (Ast.Input input : model.inputs()) {
      input.dims().forEach(dim -> expr(dim, scope));
      input.options().forEach(option -> expr(option.value(), scope));
      declare(input.name(), scope, ErrorKind.DUPLICATE_NAME);
    }
    body(model.body(), scope);
  }

  private void parameters(List<Ast.Parameter> parameters, Scope<Span> scope) {
    for (Ast.Parameter parameter : parameters) {
      parameter.value().ifPresent(value -> expr(value, scope));
      declare(parameter.name(), scope, ErrorKind.DUPLICATE_PARAMETER);
    }
  }

  private void body(Ast.Body body, Scope<Span> scope) {
    body.assignments().forEach(assignment -> define(assignment, scope));
    body.result().ifPresent(result -> expr(result, scope));
  }

  void define(Ast.Assignment assignment, Scope<Span> scope) {
    expr(assignment.value(), scope);
    declare(assignment.name(), scope, ErrorKind.DUPLICATE_NAME);
  }

  /** A name means one thing in a block; only constants of the file may be hidden. */
  void declare(Ast.Name name, Scope<Span> scope, ErrorKind duplicate) {
    Optional<Span> before = scope.find(name.text());
    boolean constant = scope != globals && before.equals(globals.find(name.text()));
    if (before.isPresent() && !constant) {
      List<Note> notes = List.of(Note.at(before.get(), "the first '" + name.text() + "'"));
      log.error(duplicate, name.span(), notes, name.text());
    }
    scope.define(name.text(), name.span());
  }

  void expr(Expr expr, Scope<Span> scope) {
    if (expr instanceof Expr.Use use) {
      if (scope.find(use.name()).isEmpty()) {
        program.unknownName(new Ast.Name(use.name(), use.span()), scope.visible(), log);
      }
    } else if (expr instanceof Expr.ListOf list) {
      list.elements().forEach(element -> expr(element, scope));
    } else if (expr instanceof Expr.Index index) {
      expr(index.list(), scope);
      expr(index.index(), scope);
    } else if (expr instanceof Expr.Unary unary) {
      expr(unary.operand(), scope);
    } else if (expr instanceof Expr.Binary binary) {
      expr(binary.left(), scope);
      expr(binary.right(), scope);
    } else if (expr instanceof Expr.Function function) {
      program
          .function(function.name(), log)
          .ifPresent(found -> found.signature().match(function.arguments(), expr.span(), log));
      new StepCheck(this, program, log)
          .arguments(function.arguments(), false, function.name(), scope);
    } else if (expr instanceof Expr.If conditional) {
      for (Expr.Branch branch : conditional.branches()) {
        expr(branch.condition(), scope);
        body(branch.body(), scope.inner());
      }
      body(conditional.otherwise(), scope.inner());
    } else if (expr instanceof Expr.Chain chain) {
      expr(chain.source(), scope);
      new StepCheck(this, program, log).check(chain.steps(), scope, false);
    }
  }
}
