package io.resnetc.driver;

import io.resnetc.diag.Diagnostic;
import java.util.List;

/** The model is wrong: every diagnostic of one run. The message is their printed text. */
public final class CompileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  CompileException(List<Diagnostic> diagnostics, String text) {
    super(text);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** By file and place; empty for what concerns the model as a whole. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
