package io.resnetc.runtime;

import io.resnetc.runtime.machine.Caches;

/**
 * How a batch is cut. The images of a slice go through the layers together and share each reading
 * of the weights. Threads share each layer of a slice, or they take slices of their own: then none
 * waits for another after every layer, but each reads all the weights.
 *
 * @param caches those of the processor
 * @param imageFloats floats of arena for an image
 * @param imageWork about how many multiply-adds an image costs
 * @param weights floats of packed weights
 */
record Slicing(Caches caches, int imageFloats, long imageWork, long weights) {
  /** More images would hardly read the weights any faster. */
  private static final int MOST_IMAGES = 8;

  /**
   * Multiply-adds for which a thread should use each weight, and as many again for every thread: on
   * two threads, ResNets are as fast one way as the other at 40 to 80.
   */
  private static final int USES = 27;

  /**
   * The most images of a slice when so many slices are in flight at a time, at least 1: arenas take
   * a third of the third-level cache, or the second-level caches where those hold more. The weights
   * pass through the third level too, and others may use it.
   */
  int most(int slices) {
    int fitting = Math.max(caches.level2(), caches.level3() / 3 / slices) / imageFloats;
    return Math.max(1, Math.min(MOST_IMAGES, fitting));
  }

  /**
   * How many images of a batch each thread takes for itself: as many as there are for all, or none.
   */
  int apart(int batch, int threads) {
    int each = batch / threads;
    long work = imageWork * Math.min(each, most(threads));
    return threads > 1 && work >= USES * threads * weights ? each : 0;
  }

  /** How many slices of at most {@code most} images there are. */
  static int slices(int images, int most) {
    return (images + most - 1) / most;
  }

  /** Where a slice begins, all being nearly equal; the next one begins where it ends. */
  static int start(int images, int slice, int slices) {
    return (int) ((long) images * slice / slices);
  }
}
