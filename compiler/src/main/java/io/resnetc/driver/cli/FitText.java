package io.resnetc.driver.cli;

import io.resnetc.checkpoint.Fit;
import io.resnetc.diag.Printable;

/** How a checkpoint fits a model, in words. */
final class FitText {
  private FitText() {}

  /** What becomes of one tensor. */
  static String of(Fit.State state) {
    String outcome =
        switch (state.outcome()) {
          case BINDS -> "binds";
          case NOT_NEEDED -> "not needed";
          case UNFIT -> "does not fit";
          case LEFT_OVER -> "left over";
        };
    return state.detail().isEmpty() ? outcome : outcome + ": " + state.detail();
  }

  /** What is missing, and the sum of it all. */
  static String of(Fit fit, String model) {
    StringBuilder text = new StringBuilder();
    if (!fit.missing().isEmpty()) {
      text.append("%nmissing:%n".formatted());
      Table table = new Table();
      fit.missing()
          .forEach(
              (name, missing) ->
                  table.row(
                      "  " + name,
                      missing.dims(),
                      missing
                          .nearest()
                          .map(near -> "is it '%s'?".formatted(Printable.of(near)))
                          .orElse("")));
      text.append(table.text());
    }
    return text.append(
            "%n%s: %d bind, %d missing, %d left over, %d that do not fit%n"
                .formatted(
                    model,
                    fit.count(Fit.Outcome.BINDS),
                    fit.missing().size(),
                    fit.count(Fit.Outcome.LEFT_OVER),
                    fit.count(Fit.Outcome.UNFIT)))
        .toString();
  }
}
