package io.resnetc.syntax;

import io.resnetc.diag.Span;
import java.util.List;

/** The module path that a step adds, without a repetition's index: {@code denseblock{i}}. */
public record Label(List<Part> parts, Span span) {
  public Label {
    parts = List.copyOf(parts);
  }

  /** A piece of a label. */
  public sealed interface Part {}

  /** What stands for itself. */
  public record Text(String text) implements Part {}

  /** What is computed where the step is expanded: an integer or a string. */
  public record Hole(Expr value) implements Part {}
}
