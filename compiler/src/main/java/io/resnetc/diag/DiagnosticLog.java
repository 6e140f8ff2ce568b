package io.resnetc.diag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Collects diagnostics, so that one run reports many. A place is reported once for each kind of
 * error, however often a block that contains it is expanded.
 */
public final class DiagnosticLog {
  /** Nobody reads more than this; what comes after is only counted. */
  public static final int LIMIT = 100;

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();
  private Supplier<List<Note>> context = List::of;
  private int dropped;

  /** Reports an error; {@code arguments} fill the kind's template. */
  public void error(ErrorKind kind, Span span, Object... arguments) {
    report(kind, span, Optional.empty(), List.of(), arguments);
  }

  /** Reports an error with notes. */
  public void error(ErrorKind kind, Span span, List<Note> notes, Object... arguments) {
    report(kind, span, Optional.empty(), notes, arguments);
  }

  /**
   * Reports a name that is not among {@code known}, with the nearest one that is. The name is the
   * first of {@code arguments}.
   */
  public void unknown(ErrorKind kind, Span span, Collection<String> known, Object... arguments) {
    report(kind, span, Nearest.to((String) arguments[0], known), List.of(), arguments);
  }

  /** Reports an error with what was probably meant, and notes. */
  public void suggest(
      ErrorKind kind,
      Span span,
      Optional<String> suggestion,
      List<Note> notes,
      Object... arguments) {
    report(kind, span, suggestion, notes, arguments);
  }

  /** Runs {@code body} with notes that are attached to all that it reports. */
  public <T> T within(Supplier<List<Note>> notes, Supplier<T> body) {
    Supplier<List<Note>> outer = context;
    context = notes;
    try {
      return body.get();
    } finally {
      context = outer;
    }
  }

  private void report(
      ErrorKind kind,
      Span span,
      Optional<String> suggestion,
      List<Note> notes,
      Object... arguments) {
    if (!seen.add(List.of(kind, span))) {
      return;
    }
    if (diagnostics.size() == LIMIT) {
      dropped++;
      return;
    }
    // Two shapes that do not fit often come from the same place.
    List<Note> all = Stream.concat(notes.stream(), context.get().stream()).distinct().toList();
    diagnostics.add(new Diagnostic(kind, span, kind.message(arguments), suggestion, all));
  }

  public boolean hasErrors() {
    return !diagnostics.isEmpty();
  }

  /** How many errors were reported so far. */
  public int count() {
    return diagnostics.size() + dropped;
  }

  /** The diagnostics by file, in the order in which the files were first named, then by place. */
  public List<Diagnostic> diagnostics() {
    List<SourceFile> files = diagnostics.stream().map(d -> d.span().file()).distinct().toList();
    return diagnostics.stream()
        .sorted(
            Comparator.<Diagnostic>comparingInt(d -> files.indexOf(d.span().file()))
                .thenComparingInt(d -> d.span().start()))
        .toList();
  }

  /** All diagnostics as they are printed. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    diagnostics().forEach(text::append);
    if (dropped > 0) {
      text.append("and %d more%n".formatted(dropped));
    }
    return text.toString();
  }
}
