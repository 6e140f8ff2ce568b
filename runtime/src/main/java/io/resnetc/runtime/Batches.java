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
  private Slices shared;
  private Slices own;
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
      together.runOne(input, output);
      return;
    }
    int threads = parallelism.degree();
    if (slicing == null) {
      slicing = together.slicing();
      shared = new Slices(slicing.stretches(1));
      own = new Slices(slicing.stretches(threads));
    }
    int taken = threads * slicing.apart(batch, threads);
    if (taken > 0) {
      runApart(input, output, taken, threads);
    }
    runTogether(input, output, taken, batch);
  }

  /** The most images of a batch that has run that went through the first layers together. */
  int slice(int batch) {
    if (batch == 1) {
      return 1;
    }
    int each = slicing.apart(batch, parallelism.degree());
    return each > 0 ? Math.min(each, own.least()) : Math.min(batch, shared.least());
  }

  private void runTogether(float[] input, float[] output, int from, int to) {
    together.begin(input, output, together.network().isRehearsed());
    int slices = Slicing.slices(to - from, shared.most());
    for (int slice = 0; slice < slices; slice++) {
      int start = from + Slicing.start(to - from, slice, slices);
      int end = from + Slicing.start(to - from, slice + 1, slices);
      shared.run(together, start, end);
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
    slices = threads * Slicing.slices(images / threads, own.most());
    next.set(0);
    parallelism.run(threads, thread);
  }

  /** What each thread does: it takes the next slice until there is none. */
  private final class OneThread implements Parallelism.Body {
    @Override
    public void run(int part, int parts) {
      Context context = apart[part];
      context.begin(input, output, context.network().isRehearsed());
      for (int i = next.getAndIncrement(); i < slices; i = next.getAndIncrement()) {
        int end = Slicing.start(images, i + 1, slices);
        own.run(context, Slicing.start(images, i, slices), end);
      }
    }
  }
}
