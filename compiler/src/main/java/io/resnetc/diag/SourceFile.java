package io.resnetc.diag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A source text with its name. Offsets count Unicode code points, so that a column is what a reader
 * counts.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private final int[] codePoints;
  private final int[] lineStarts;

  /**
   * @param path the file's path as the user named it
   */
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.codePoints = text.codePoints().toArray();
    this.lineStarts = lineStarts(codePoints);
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public int length() {
    return codePoints.length;
  }

  /** The span from one offset to just before another. */
  public Span span(int start, int end) {
    return new Span(this, Math.min(start, length()), Math.min(end, length()));
  }

  /** The empty span at the very beginning, for what concerns the file as a whole. */
  public Span beginning() {
    return span(0, 0);
  }

  Place place(int offset) {
    int line = line(offset);
    return new Place(path, line + 1, offset - lineStarts[line] + 1);
  }

  /** The line that holds {@code offset}, without its line break. */
  String lineText(int offset) {
    int start = lineStarts[line(offset)];
    return new String(codePoints, start, lineEnd(offset) - start);
  }

  int lineEnd(int offset) {
    int end = lineStarts[line(offset)];
    while (end < codePoints.length && codePoints[end] != '\n' && codePoints[end] != '\r') {
      end++;
    }
    return end;
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private static int[] lineStarts(int[] codePoints) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < codePoints.length; i++) {
      boolean windows = i + 1 < codePoints.length && codePoints[i + 1] == '\n';
      if (codePoints[i] == '\n' || codePoints[i] == '\r' && !windows) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String toString() {
    return path;
  }
}
