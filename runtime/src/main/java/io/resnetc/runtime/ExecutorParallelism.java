package io.resnetc.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shares on the caller's own executor. The calling thread takes part, and takes whatever the
 * executor has not begun: a full or closed executor delays nothing and cannot deadlock.
 */
record ExecutorParallelism(Executor executor, int degree) implements Parallelism {
  ExecutorParallelism {
    if (degree < 1) {
      throw new IllegalArgumentException("a degree of " + degree + ": it is at least 1");
    }
  }

  @Override
  public void run(int parts, Body body) {
    if (parts == 1 || degree == 1) {
      SEQUENTIAL.run(parts, body);
      return;
    }
    Job job = new Job(parts, body);
    try {
      for (int i = 1; i < Math.min(parts, degree); i++) {
        executor.execute(job);
      }
    } catch (RejectedExecutionException e) {
      // The shares that found no thread run below.
    }
    job.run();
    job.await();
  }

  /** The shares of one run, claimed one by one. */
  private static final class Job implements Runnable {
    private final int parts;
    private final Body body;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch unfinished;
    private volatile Throwable failure;

    Job(int parts, Body body) {
      this.parts = parts;
      this.body = body;
      this.unfinished = new CountDownLatch(parts);
    }

    @Override
    public void run() {
      for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
        try {
          body.run(part, parts);
        } catch (RuntimeException | Error e) {
          failure = failure == null ? e : failure;
        } finally {
          unfinished.countDown();
        }
      }
    }

    void await() {
      boolean interrupted = false;
      while (unfinished.getCount() > 0) {
        try {
          unfinished.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }
}
