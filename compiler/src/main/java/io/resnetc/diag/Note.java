package io.resnetc.diag;

import java.util.Optional;

/** A remark attached to a diagnostic, mostly with a place of its own. */
public record Note(String message, Optional<Span> span) {
  public static Note at(Span span, String message) {
    return new Note(message, Optional.of(span));
  }

  public static Note of(String message) {
    return new Note(message, Optional.empty());
  }

  @Override
  public String toString() {
    return span.map(at -> at + ": ").orElse("") + "note: " + message;
  }
}
