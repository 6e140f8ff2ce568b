package io.resnetc.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The batches of one context, cut as {@link Slicing} says: threads take slices of their own as long
 * as there is one for each, and share the layers of what is left.
 */
final class Batches {
  private final Context together;
  private final Parallelism parallelism;
  private final AtomicInteger next = new AtomicInteger();

  // Made for the first batch that needs them: a single image needs none.
  private Slicing slicing;
  private Context[] apart;
  private Parallelism.Body thread;

  private float[] input;
  private float[] output;
  private int images;
  private int slices;

  Batches(Context together, Parallelism parallelism) {
    this.together = together;
    this.parallelism = parallelism;
  }

  void run(float[] input, int batch, float[] output) {
    if (batch == 1) {
      together.runSlice(input, output, 0, 1);
      return;
    }
    if (slicing == null) {
      slicing = together.slicing();
    }
    int threads = parallelism.degree();
    int taken = threads * slicing.apart(batch, threads);
    if (taken > 0) {
      runApart(input, output, taken, threads);
    }
    runTogether(input, output, taken, batch);
  }

  /** The most images of a batch that has run that went through the layers together. */
  int slice(int batch) {
    if (batch == 1) {
      return 1;
    }
    int threads = parallelism.degree();
    int each = slicing.apart(batch, threads);
    return each > 0 ? Math.min(each, slicing.most(threads)) : Math.min(batch, slicing.most(1));
  }

  private void runTogether(float[] input, float[] output, int from, int to) {
    int slices = Slicing.slices(to - from, slicing.most(1));
    for (int slice = 0; slice < slices; slice++) {
      int start = from + Slicing.start(to - from, slice, slices);
      int end = from + Slicing.start(to - from, slice + 1, slices);
      together.runSlice(input, output, start, end);
    }
  }

  private void runApart(float[] input, float[] output, int images, int threads) {
    if (apart == null) {
      apart = together.apart();
      thread = new OneThread();
    }
    this.input = input;
    this.output = output;
    this.images = images;
    // As many for every thread, so that all end at the same time.
    slices = threads * Slicing.slices(images / threads, slicing.most(threads));
    next.set(0);
    parallelism.run(threads, thread);
  }

  /** What each thread does: it takes the next slice until there is none. */
  private final class OneThread implements Parallelism.Body {
    @Override
    public void run(int part, int parts) {
      Context context = apart[part];
      for (int i = next.getAndIncrement(); i < slices; i = next.getAndIncrement()) {
        int end = Slicing.start(images, i + 1, slices);
        context.runSlice(input, output, Slicing.start(images, i, slices), end);
      }
    }
  }
}
