package io.resnetc.driver.cli;

import io.resnetc.driver.Bill;
import picocli.CommandLine.Option;

/** Limits that fail a build before a network grows past them. */
final class Budget {
  @Option(
      names = "--max-arena-bytes",
      paramLabel = "N",
      description = "Fail when the working memory for one image is larger.")
  private long arenaBytes = Long.MAX_VALUE;

  @Option(
      names = "--max-weight-bytes",
      paramLabel = "N",
      description = "Fail when the folded weights are larger.")
  private long weightBytes = Long.MAX_VALUE;

  @Option(
      names = "--max-multiply-adds",
      paramLabel = "N",
      description = "Fail when one image takes more.")
  private long multiplyAdds = Long.MAX_VALUE;

  /**
   * @throws UserError naming the first budget that is exceeded
   */
  void check(Bill bill) {
    check("--max-arena-bytes", arenaBytes, bill.arenaBytes());
    check("--max-weight-bytes", weightBytes, bill.weightBytes());
    check("--max-multiply-adds", multiplyAdds, bill.multiplyAdds());
  }

  private static void check(String option, long limit, long needed) {
    if (needed > limit) {
      throw new UserError(
          "over budget: the network needs %,d, and %s is %,d".formatted(needed, option, limit));
    }
  }
}
