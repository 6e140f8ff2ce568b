package io.resnetc.driver.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns: words to the left, numbers to the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(
          cell instanceof Number number ? "%,d".formatted(number.longValue()) : cell.toString());
    }
    rows.add(row);
  }

  /** Every row on a line, the columns two spaces apart. */
  String text() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(isNumber(i) ? space + row.get(i) : row.get(i) + space).append("  ");
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  /** A column of numbers, below its title. */
  private boolean isNumber(int column) {
    return rows.size() > 1
        && rows.stream()
            .skip(1)
            .filter(row -> column < row.size())
            .allMatch(row -> row.get(column).matches("[\\d,]*"));
  }
}
