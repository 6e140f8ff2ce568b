package io.resnetc.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A few threads of our own, for callers that have none to lend: daemons that stay awake from one
 * layer to the next, are parked whenever there is no work, and end with {@link #close()}. Several
 * contexts may share them; while one occupies the workers, the shares of another run on its own
 * thread.
 */
public final class Workers implements Parallelism, AutoCloseable {
  /** The longest that a thread stays awake for the next layer, or for the shares of others. */
  private static final long AWAKE_NANOS = 50_000;

  private final ReentrantLock occupied = new ReentrantLock();
  private final AtomicInteger running = new AtomicInteger();
  private final BooleanSupplier allDone = new AllDone();
  private final Worker[] workers;
  private final boolean mayStayAwake;

  private Body body;
  private int parts;
  private volatile Thread parkedCaller;
  private volatile Throwable failure;
  private volatile boolean closed;

  /**
   * @param degree how many shares run at a time, the caller's included
   */
  public Workers(int degree) {
    if (degree < 1) {
      throw new IllegalArgumentException("a degree of " + degree + ": it is at least 1");
    }
    mayStayAwake = degree <= Runtime.getRuntime().availableProcessors();
    workers = new Worker[degree - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1);
      workers[i].start();
    }
  }

  @Override
  public int degree() {
    return workers.length + 1;
  }

  @Override
  public void run(int parts, Body body) {
    // A share that asks for shares finds the workers occupied too.
    if (parts == 1 || occupied.isHeldByCurrentThread() || !occupied.tryLock()) {
      SEQUENTIAL.run(parts, body);
      return;
    }
    try {
      if (closed) {
        throw new IllegalStateException("these workers are closed");
      }
      runOccupied(parts, body);
    } finally {
      occupied.unlock();
    }
  }

  private void runOccupied(int parts, Body body) {
    int helpers = Math.min(parts - 1, workers.length);
    this.body = body;
    this.parts = parts;
    failure = null;
    running.set(helpers);
    for (int i = 0; i < helpers; i++) {
      workers[i].wake();
    }
    runShares(0);
    stayAwake(allDone);
    parkUntilDone();
    this.body = null;
    rethrow(failure);
  }

  private void parkUntilDone() {
    boolean interrupted = false;
    parkedCaller = Thread.currentThread();
    while (running.get() > 0) {
      LockSupport.park(this);
      // Park returns at once for an interrupted thread; the flag is put back afterwards.
      interrupted |= Thread.interrupted();
    }
    parkedCaller = null;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits a little for what comes soon: waking a parked thread takes as long as a small layer. */
  private void stayAwake(BooleanSupplier done) {
    if (!mayStayAwake) {
      return;
    }
    long start = System.nanoTime();
    while (!done.getAsBoolean() && System.nanoTime() - start < AWAKE_NANOS) {
      Thread.onSpinWait();
    }
  }

  private void runShares(int first) {
    try {
      for (int part = first; part < parts; part += degree()) {
        body.run(part, parts);
      }
    } catch (RuntimeException | Error e) {
      failure = failure == null ? e : failure;
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  /** Ends the threads; waits for a run in progress. */
  @Override
  public void close() {
    occupied.lock();
    try {
      closed = true;
      for (Worker worker : workers) {
        LockSupport.unpark(worker);
      }
    } finally {
      occupied.unlock();
    }
  }

  /** A class, because the first lambda of a process takes some milliseconds. */
  private final class AllDone implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
      return running.get() == 0;
    }
  }

  /** Parked until it is woken; runs every share that is its own. */
  private final class Worker extends Thread implements BooleanSupplier {
    private final int index;
    private volatile boolean woken;
    private volatile boolean parked;

    Worker(int index) {
      super("resnetc-worker-" + index);
      this.index = index;
      setDaemon(true);
    }

    void wake() {
      woken = true;
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    /** Whether it is called, to work or to end. */
    @Override
    public boolean getAsBoolean() {
      return woken || closed;
    }

    @Override
    public void run() {
      while (isWoken()) {
        woken = false;
        runShares(index);
        if (running.decrementAndGet() == 0) {
          LockSupport.unpark(parkedCaller);
        }
      }
    }

    /** Waits for work; false when there will be none. */
    private boolean isWoken() {
      stayAwake(this);
      parked = true;
      while (!woken && !closed) {
        LockSupport.park(Workers.this);
      }
      parked = false;
      return woken;
    }
  }
}
