package io.resnetc.runtime;

import java.util.List;

/**
 * The slices in which a batch goes through the stretches of a network. A slice of one stretch is
 * made of slices of the stretch before it, each of which hands over one value of its images: these
 * lie side by side in the larger slice's arena, and there is never more than one slice of each.
 */
final class Slices {
  private final List<Stretch> stretches;

  /**
   * @param stretches of the whole network
   */
  Slices(List<Stretch> stretches) {
    this.stretches = List.copyOf(stretches);
  }

  /** The fewest images that go through layers together in a large batch. */
  int least() {
    return stretches.get(0).images();
  }

  /** The most images of a slice that is run. */
  int most() {
    return stretches.get(stretches.size() - 1).images();
  }

  /** Runs images {@code from} to {@code to} of the context's batch, at most {@link #most}. */
  void run(Context context, int from, int to) {
    run(context, stretches.size() - 1, from, to);
  }

  private void run(Context context, int index, int from, int to) {
    Stretch stretch = stretches.get(index);
    float[] arena = context.arena(stretch.first(), (to - from) * stretch.floats());
    if (index > 0) {
      int slices = Slicing.slices(to - from, stretches.get(index - 1).images());
      for (int slice = 0; slice < slices; slice++) {
        int start = Slicing.start(to - from, slice, slices);
        int end = Slicing.start(to - from, slice + 1, slices);
        run(context, index - 1, from + start, from + end);
        context.copyHandedOver(arena, start, to - from);
      }
    }
    context.runParts(stretch.first(), stretch.end(), arena, from, to);
  }
}
