package io.resnetc.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A table in Markdown with columns as wide as what they hold, so that it reads as text too. */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int textColumns;

  /**
   * @param textColumns how many columns hold text; the others hold figures, to the right
   */
  MarkdownTable(int textColumns, String... titles) {
    this.textColumns = textColumns;
    rows.add(Arrays.asList(titles));
  }

  /** A number as a cell, with a point whatever the user's language. */
  static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  void add(String... cells) {
    rows.add(Arrays.asList(cells));
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < widths.length; column++) {
        text.append("| ").append(cell(row, column, widths[column])).append(' ');
      }
      text.append("|\n");
      if (row == 0) {
        appendRule(text, widths);
      }
    }
    return text.toString();
  }

  private String cell(int row, int column, int width) {
    String text = rows.get(row).get(column);
    String space = " ".repeat(width - text.length());
    return column < textColumns ? text + space : space + text;
  }

  private void appendRule(StringBuilder text, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      text.append("| ").append("-".repeat(Math.max(1, widths[column] - 1)));
      text.append(column < textColumns ? "- " : ": ");
    }
    text.append("|\n");
  }
}
