package io.resnetc.runtime;

import java.util.concurrent.Executor;

/**
 * How the work of a layer is spread over threads. The network owns no threads; the caller says what
 * may be used. Results have the same bits whatever is chosen.
 */
public interface Parallelism {
  /** All shares on the calling thread, one after another. */
  Parallelism SEQUENTIAL =
      new Parallelism() {
        @Override
        public int degree() {
          return 1;
        }

        @Override
        public void run(int parts, Body body) {
          for (int part = 0; part < parts; part++) {
            body.run(part, parts);
          }
        }
      };

  /**
   * Shares on an executor that the caller owns; the calling thread takes part.
   *
   * @param degree how many shares run at a time, the caller's included
   */
  static Parallelism of(Executor executor, int degree) {
    return new ExecutorParallelism(executor, degree);
  }

  /** A share of a layer's work. */
  @FunctionalInterface
  interface Body {
    void run(int part, int parts);
  }

  /** The largest number of shares that can run at the same time, at least 1. */
  int degree();

  /**
   * Runs every share once and returns when all are done. What the shares wrote is visible to the
   * caller afterwards; the first failure of a share is rethrown.
   */
  void run(int parts, Body body);
}
