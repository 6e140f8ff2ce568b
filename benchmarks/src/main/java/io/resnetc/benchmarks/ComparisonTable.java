package io.resnetc.benchmarks;

import java.util.List;

/** The measured rows as Markdown. */
final class ComparisonTable {
  private ComparisonTable() {}

  static String of(List<Comparison.Row> rows, Machine machine) {
    MarkdownTable table =
        new MarkdownTable(
            1,
            "network",
            "batch",
            "threads",
            "ORT min",
            "ORT median",
            "ours min",
            "ours median",
            "ORT / ours",
            "GFLOP/s",
            "of peak");
    for (Comparison.Row row : rows) {
      table.add(
          row.network().title(),
          String.valueOf(row.batch()),
          String.valueOf(row.threads()),
          millis(row.onnxRuntime().minimumMillis()),
          millis(row.onnxRuntime().medianMillis()),
          millis(row.ours().minimumMillis()),
          millis(row.ours().medianMillis()),
          MarkdownTable.figure("%.2f", row.ratio()),
          MarkdownTable.figure("%.0f", row.gigaflops()),
          MarkdownTable.figure("%.0f%%", 100 * row.gigaflops() / machine.peak(row.threads())));
    }
    return table.toString();
  }

  private static String millis(double millis) {
    return MarkdownTable.figure(millis < 10 ? "%.3f" : "%.2f", millis);
  }
}
