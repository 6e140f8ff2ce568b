package io.resnetc.driver.cli;

import java.io.PrintWriter;

/** Says now and then how far long work has come; silent when it is short. */
final class Progress {
  private static final long EVERY_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final int total;
  private long last = System.nanoTime();

  Progress(PrintWriter err, int total) {
    this.err = err;
    this.total = total;
  }

  void at(int done) {
    long now = System.nanoTime();
    if (done < total && now - last > EVERY_NANOS) {
      last = now;
      err.printf("%d of %d images%n", done, total);
    }
  }
}
