package io.resnetc.ir.verify;

import java.util.List;

/** A graph breaks invariants of the IR: a bug in what made it. The message lists all of them. */
public final class InvalidGraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> violations;

  InvalidGraphException(String graph, List<String> violations) {
    super("graph " + graph + " is not valid:\n" + String.join("\n", violations));
    this.violations = List.copyOf(violations);
  }

  /** One text for each broken invariant, with the lines of IR around it. */
  public List<String> violations() {
    return violations;
  }
}
