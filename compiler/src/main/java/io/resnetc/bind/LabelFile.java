package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.Span;
import java.util.List;
import java.util.Optional;

/** A text file with the name of a class on each line. */
final class LabelFile {
  private LabelFile() {}

  /**
   * The labels of the file {@code name}, which is relative to the source file that names it; empty
   * when the file cannot be read.
   */
  static List<String> read(String name, Span span, DiagnosticLog log) {
    Optional<String> text =
        SourceReader.beside(span.file(), name).flatMap(path -> SourceReader.read(path, span, log));
    return text.map(found -> found.lines().map(String::strip).filter(l -> !l.isEmpty()).toList())
        .orElse(List.of());
  }
}
