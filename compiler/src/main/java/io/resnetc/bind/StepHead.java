package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Expr;
import io.resnetc.syntax.Label;
import java.util.List;
import java.util.Optional;

/** Computes what stands before a step: its label and how often it is repeated. */
record StepHead(Evaluator caller, DiagnosticLog log) {
  /** How often a step is repeated; empty when errors were reported. */
  Optional<Integer> count(Optional<Expr> expr) {
    if (expr.isEmpty()) {
      return Optional.of(1);
    }
    Value count = caller.evaluate(expr.get());
    if (count instanceof Value.Int number && number.value() >= 1) {
      return Optional.of(number.value());
    }
    if (count instanceof Value.Int number) {
      log.error(ErrorKind.REPEAT_COUNT, expr.get().span(), number.value());
    } else if (!(count instanceof Value.Unknown)) {
      log.error(
          ErrorKind.WRONG_TYPE,
          expr.get().span(),
          "a repeat count",
          "an integer",
          count.describe());
    }
    return Optional.empty();
  }

  /** A step's label, empty text where it has none; empty when errors were reported. */
  Optional<String> label(Optional<Label> label) {
    StringBuilder text = new StringBuilder();
    for (Label.Part part : label.map(Label::parts).orElse(List.of())) {
      if (part instanceof Label.Text fixed) {
        text.append(fixed.text());
        continue;
      }
      Expr hole = ((Label.Hole) part).value();
      Optional<String> computed = labelPart(caller.evaluate(hole), hole.span());
      if (computed.isEmpty()) {
        return computed;
      }
      text.append(computed.get());
    }
    return Optional.of(text.toString());
  }

  private Optional<String> labelPart(Value value, Span span) {
    if (value instanceof Value.Int number) {
      return Optional.of(Integer.toString(number.value()));
    }
    if (value instanceof Value.Text text && text.value().matches("[\\w-]+(\\.[\\w-]+)*")) {
      return Optional.of(text.value());
    }
    if (!(value instanceof Value.Unknown)) {
      log.error(ErrorKind.BAD_LABEL, span, value.describe());
    }
    return Optional.empty();
  }
}
