package io.resnetc.diag;

/**
 * A stretch of a source file.
 *
 * @param start the first code point
 * @param end just after the last; equal to {@code start} for a point between two characters
 */
public record Span(SourceFile file, int start, int end) {
  public Place place() {
    return file.place(start);
  }

  /** From the beginning of this span to the end of a later one. */
  public Span to(Span last) {
    return new Span(file, start, last.end);
  }

  @Override
  public String toString() {
    return place().toString();
  }
}
