package io.resnetc.diag;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with the user's input.
 *
 * @param suggestion the known name that was probably meant
 * @param notes what helps to understand it: other places, how a shape came about, the expansion
 *     path
 */
public record Diagnostic(
    ErrorKind kind, Span span, String message, Optional<String> suggestion, List<Note> notes) {

  /** Longer lines are cut: a diagnostic is read in a terminal. */
  private static final int WIDTH = 160;

  public Diagnostic {
    notes = List.copyOf(notes);
  }

  public Place place() {
    return span.place();
  }

  /** The message with its place, the source line, a caret, the suggestion and the notes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(place()).append(": error: ").append(printable(message)).append('\n');
    appendSnippet(text);
    suggestion.ifPresent(name -> text.append("did you mean '").append(name).append("'?\n"));
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  private void appendSnippet(StringBuilder text) {
    SourceFile file = span.file();
    if (file.text().isEmpty()) {
      // A file that could not be read has no line to show.
      return;
    }
    int[] line = file.lineText(span.start()).codePoints().toArray();
    int column = place().column() - 1;
    // A long line is shown from just before the caret.
    int from = column > WIDTH * 3 / 4 ? column - WIDTH / 2 : 0;
    int to = Math.min(line.length, from + WIDTH);
    int marks = Math.min(span.end(), file.lineEnd(span.start())) - span.start();
    text.append("  ")
        .append(printable(new String(line, from, Math.max(0, to - from))))
        .append('\n');
    text.append("  ");
    for (int i = from; i < column; i++) {
      // Tabs stay tabs, so that the caret stands below its character whatever their width.
      text.append(i < line.length && line[i] == '\t' ? '\t' : ' ');
    }
    text.append('^').append("~".repeat(Math.max(0, Math.min(marks, to - column) - 1))).append('\n');
  }

  /** What is quoted from the user's file must not control the terminal. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) && c != '\t' ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
