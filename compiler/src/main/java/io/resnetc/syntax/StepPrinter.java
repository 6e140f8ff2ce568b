package io.resnetc.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints steps; those in braces have a line each. */
record StepPrinter(String indent) {
  String print(List<Step> steps) {
    return steps.stream().map(this::print).collect(Collectors.joining(" -> "));
  }

  private String print(Step step) {
    if (step instanceof Step.Call call) {
      String arguments = call.arguments().isEmpty() ? "" : exprs().arguments(call.arguments());
      return head(call.label(), call.count()) + call.callee().text() + arguments;
    }
    if (step instanceof Step.Sequence sequence) {
      return head(sequence.label(), sequence.count()) + "sequence " + braces(sequence.steps());
    }
    if (step instanceof Step.Loop loop) {
      String names = loop.names().stream().map(Ast.Name::text).collect(Collectors.joining(", "));
      return "for %s in %s %s"
          .formatted(
              loop.rows() ? "[" + names + "]" : names,
              exprs().print(loop.list()),
              braces(loop.steps()));
    }
    Step.Choice choice = (Step.Choice) step;
    return choice.branches().stream()
            .map(branch -> "if " + exprs().print(branch.condition()) + " " + braces(branch.steps()))
            .collect(Collectors.joining(" else "))
        + choice.otherwise().map(steps -> " else " + braces(steps)).orElse("");
  }

  private String head(Optional<Label> label, Optional<Expr> count) {
    return label.map(this::label).orElse("") + count.map(this::count).orElse("");
  }

  private String label(Label label) {
    return label.parts().stream()
        .map(
            part ->
                part instanceof Label.Hole hole
                    ? "{" + exprs().print(hole.value()) + "}"
                    : ((Label.Text) part).text())
        .collect(Collectors.joining("", "", ": "));
  }

  private String count(Expr expr) {
    String count = exprs().print(expr);
    boolean simple = expr instanceof Expr.IntLiteral || expr instanceof Expr.Use;
    return (simple ? count : "(" + count + ")") + " x ";
  }

  private String braces(Step.Steps steps) {
    String deeper = indent + "  ";
    String names =
        steps.assignments().stream()
            .map(assignment -> deeper + new ExprPrinter(deeper).print(assignment) + "\n")
            .collect(Collectors.joining());
    String lines = new StepPrinter(deeper).print(steps.steps());
    return "{\n" + names + deeper + lines + "\n" + indent + "}";
  }

  private ExprPrinter exprs() {
    return new ExprPrinter(indent);
  }
}
