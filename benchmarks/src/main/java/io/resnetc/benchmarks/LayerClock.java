package io.resnetc.benchmarks;

import io.resnetc.runtime.Parallelism;
import java.util.Arrays;

/**
 * Times the layers of a network as they run in it, where each finds its weights and its input where
 * it would: mostly not in the first caches. The input and every layer go through the parallelism
 * once, in order.
 */
final class LayerClock implements Parallelism {
  private final Parallelism threads;
  private final long[] fastest;
  private int layer;

  /**
   * @param threads what runs the layers
   * @param layers how many calls make one image
   */
  LayerClock(Parallelism threads, int layers) {
    this.threads = threads;
    fastest = new long[layers];
    reset();
  }

  /** Forgets the runs of the warm-up. */
  void reset() {
    Arrays.fill(fastest, Long.MAX_VALUE);
  }

  /** The least time of each layer, in nanoseconds. */
  long[] fastest() {
    return fastest.clone();
  }

  @Override
  public int degree() {
    return threads.degree();
  }

  @Override
  public void run(int parts, Body body) {
    long start = System.nanoTime();
    threads.run(parts, body);
    fastest[layer] = Math.min(fastest[layer], System.nanoTime() - start);
    layer = (layer + 1) % fastest.length;
  }
}
