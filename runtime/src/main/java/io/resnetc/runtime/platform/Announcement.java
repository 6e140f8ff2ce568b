package io.resnetc.runtime.platform;

import io.resnetc.runtime.machine.Caches;

/**
 * Logs the choice of kernels, on a thread of its own and not at once: loading a logger takes tens
 * of milliseconds of a processor, which a process that answers once and ends has better use for.
 */
final class Announcement extends Thread {
  private static final long DELAY_MILLIS = 1000;

  private final KernelChoice choice;
  private final Caches caches;

  Announcement(KernelChoice choice, Caches caches) {
    super("resnetc-announcement");
    this.choice = choice;
    this.caches = caches;
    setDaemon(true);
  }

  @Override
  public void run() {
    if (!Processor.hasFma()) {
      log(System.Logger.Level.WARNING, Processor.NO_FMA);
    }
    try {
      Thread.sleep(DELAY_MILLIS);
    } catch (InterruptedException e) {
      return;
    }
    log(System.Logger.Level.INFO, choice.reason() + "; " + caches);
  }

  private static void log(System.Logger.Level level, String message) {
    System.getLogger("io.resnetc.runtime").log(level, message);
  }
}
