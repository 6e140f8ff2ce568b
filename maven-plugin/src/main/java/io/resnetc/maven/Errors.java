package io.resnetc.maven;

import io.resnetc.diag.Diagnostic;
import io.resnetc.driver.CompileException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The errors of a run, each once: two models with the same faulty block report the same. Their
 * places are written as Maven's own plugins write them, so that editors find them.
 */
final class Errors {
  private final Set<String> texts = new LinkedHashSet<>();

  void add(CompileException e) {
    if (e.diagnostics().isEmpty()) {
      texts.add(e.getMessage().strip());
    }
    e.diagnostics().forEach(this::add);
  }

  void add(Diagnostic diagnostic) {
    String place = diagnostic.place().toString();
    String text = diagnostic.toString().stripTrailing();
    String prefix = place + ": error: ";
    String message = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    texts.add(
        "%s:[%d,%d] %s"
            .formatted(
                diagnostic.place().file(),
                diagnostic.place().line(),
                diagnostic.place().column(),
                message));
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  List<String> texts() {
    return new ArrayList<>(texts);
  }
}
