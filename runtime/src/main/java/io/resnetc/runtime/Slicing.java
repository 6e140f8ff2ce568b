package io.resnetc.runtime;

import io.resnetc.runtime.machine.Caches;
import java.util.ArrayList;
import java.util.List;

/**
 * How a batch is cut. The images of a slice go through the layers together and share each reading
 * of the weights; each part of the network has slices of its own size. Threads share each layer of
 * a slice, or they take slices of their own: then none waits for another after every layer, but
 * each reads all the weights.
 *
 * @param caches those of the processor
 * @param parts what an image costs in each part, which needs no more memory than the one before
 */
record Slicing(Caches caches, List<Cost> parts) {
  /** More images would hardly read the weights any faster. */
  private static final int MOST_IMAGES = 8;

  /** Multiply-adds for which a slice should use each weight: then reading it is a small part. */
  private static final int SLICE_USES = 36;

  /**
   * Multiply-adds for which a thread should use each weight, and as many again for every thread: on
   * two threads, ResNets take 10% longer with slices apart at 9, as long either way at 18, and up
   * to 8% less apart from 27 on.
   */
  private static final int USES = 12;

  /**
   * What an image costs in a part.
   *
   * @param part how much memory
   * @param work about how many multiply-adds
   * @param weights floats of packed weights
   */
  record Cost(Part part, long work, long weights) {}

  Slicing {
    parts = List.copyOf(parts);
  }

  /**
   * The stretches of the network when so many slices are in flight at a time, each of larger slices
   * than the one before. A part has no smaller slices than those that it is handed.
   */
  List<Stretch> stretches(int slices) {
    List<Stretch> stretches = new ArrayList<>();
    int images = 0;
    for (int part = 0; part < parts.size(); part++) {
      int most = Math.max(images, images(parts.get(part), slices));
      if (most == images) {
        Stretch before = stretches.remove(stretches.size() - 1);
        stretches.add(new Stretch(before.first(), part + 1, before.floats(), images));
      } else {
        stretches.add(new Stretch(part, part + 1, parts.get(part).part().arenaFloats(), most));
      }
      images = most;
    }
    return stretches;
  }

  /**
   * The most images that a part wants together, a power of two, so that larger slices are made of
   * whole ones. What is live fits the second-level cache; where weights would be used seldom, it
   * takes up to a sixth of the third level instead, through which other parts' arenas and the
   * weights pass too, and which others may use.
   */
  private int images(Cost cost, int slices) {
    long live = cost.part().liveFloats();
    int images = 1;
    while (images < MOST_IMAGES
        && (2 * images * live <= caches.level2()
            || images * cost.work() < SLICE_USES * cost.weights()
                && 2 * images * live <= caches.level3() / 6 / slices)) {
      images *= 2;
    }
    return images;
  }

  /**
   * How many images of a batch each thread takes for itself: as many as there are for all, or none.
   */
  int apart(int batch, int threads) {
    int each = batch / threads;
    return threads > 1 && each > 0 && work() >= USES * threads * reading(each, threads) ? each : 0;
  }

  private long work() {
    long work = 0;
    for (int part = 0; part < parts.size(); part++) {
      work += parts.get(part).work();
    }
    return work;
  }

  /** Floats of weights that are read for an image of so many, one slice a thread in flight. */
  private double reading(int images, int threads) {
    int most = 1;
    double floats = 0;
    for (int part = 0; part < parts.size(); part++) {
      Cost cost = parts.get(part);
      most = Math.max(most, images(cost, threads));
      floats += (double) cost.weights() / Math.min(images, most);
    }
    return floats;
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
