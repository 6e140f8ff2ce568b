package io.resnetc.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How a network changes over from the kernels that answer first to those that are slow until the
 * virtual machine has compiled them. After the first answer a thread of its own runs the network on
 * the latter, with blank images of the same number, until they are the faster ones; calls that
 * begin then use them. Either have the same bits.
 */
final class Rehearsal {
  /** Long enough for a process to end that has asked for one answer. */
  private static final long DELAY_MILLIS = 100;

  /** When to give up: where these kernels are not faster within that time, they never are. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Network network;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean over = true;
  private volatile boolean pending;

  Rehearsal(Network network) {
    this.network = network;
  }

  /** Says, while the network is built, that it has operators with other kernels to change to. */
  void require() {
    over = false;
    pending = true;
  }

  /** Whether calls that begin now may use the other kernels. */
  boolean isOver() {
    return over;
  }

  /** Whether the virtual machine has kernels to compile yet, for the first answer or the others. */
  boolean isPending() {
    return pending;
  }

  /** Begins, if this was the first answer. */
  void answered(Context context, int batch) {
    if (!over && begun.compareAndSet(false, true)) {
      Thread thread = new Rehearsing(context.batches().slice(batch));
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Ends when the network has changed over, or never will. */
  private final class Rehearsing extends Thread {
    private final int images;

    Rehearsing(int images) {
      super("resnetc-rehearsal");
      this.images = images;
    }

    @Override
    public void run() {
      try {
        Thread.sleep(DELAY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      // One network at a time: they wait for the same compiler.
      synchronized (Rehearsal.class) {
        over = isFaster();
        pending = false;
      }
    }

    /** Runs the network until the other kernels are faster, twice in a row. */
    private boolean isFaster() {
      Context context = network.newContext();
      float[] input = new float[images * network.info().inputElements()];
      float[] output = new float[images * network.info().outputElements()];
      long start = System.nanoTime();
      long first = nanos(context, input, output, false);
      int faster = 0;
      while (faster < 2 && System.nanoTime() - start < PATIENCE_NANOS) {
        faster = nanos(context, input, output, true) < first ? faster + 1 : 0;
      }
      return faster == 2;
    }

    private long nanos(Context context, float[] input, float[] output, boolean rehearsed) {
      long start = System.nanoTime();
      context.begin(input, output, rehearsed);
      context.runTogether(images);
      return System.nanoTime() - start;
    }
  }
}
