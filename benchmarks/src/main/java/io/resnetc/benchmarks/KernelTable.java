package io.resnetc.benchmarks;

import org.openjdk.jmh.results.Result;

/** What JMH measured of each kernel, beside the machine's multiply-add peak. */
final class KernelTable {
  private final MarkdownTable table =
      new MarkdownTable(
          2, "kernel", "shape", "us", "+-", "fastest us", "GFLOP/s", "of peak", "GB/s");
  private final double peak;

  /**
   * @param peak GFLOP/s of one thread
   */
  KernelTable(double peak) {
    this.peak = peak;
  }

  /**
   * Adds a row. Rates are those of the fastest iteration.
   *
   * @param result in microseconds a run
   */
  void add(KernelCase kernel, Result<?> result) {
    double fastest = result.getStatistics().getMin();
    double gigaflops = 2e-3 * kernel.multiplyAdds() / fastest;
    boolean multiplies = kernel.multiplyAdds() > 0;
    table.add(
        kernel.kernel(),
        kernel.shape(),
        micros(result.getScore()),
        micros(result.getScoreError()),
        micros(fastest),
        multiplies ? MarkdownTable.figure("%.0f", gigaflops) : "",
        multiplies ? MarkdownTable.figure("%.0f%%", 100 * gigaflops / peak) : "",
        MarkdownTable.figure("%.1f", 1e-3 * kernel.bytes() / fastest));
  }

  private static String micros(double micros) {
    return MarkdownTable.figure(micros < 1 ? "%.3f" : micros < 100 ? "%.2f" : "%.0f", micros);
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
