package io.resnetc.memory;

import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the network into parts. Its first layers have large maps and few weights, its last ones
 * small maps and many weights: of a batch, the first want few images at a time, whose maps stay in
 * the caches, and the last ones many, which share each reading of the weights. A cut is worth its
 * while where what follows needs much less memory than what comes before it, and has weights.
 */
final class Cuts {
  /** How much of the memory that a part needs may still be needed after it. */
  private static final double MOST_LEFT = 2 / 3.0;

  /** Eight images of so many floats fit a sixth of a cache of 8 MiB: there is nothing to gain. */
  private static final long FEW_FLOATS = (8 << 20) / Float.BYTES / 6 / 8;

  private Cuts() {}

  /** The cuts in order; none in a network that needs little memory. */
  static List<Cut> of(Program program, List<Allocation> allocations, LiveFloats live) {
    List<Step> steps = program.steps();
    List<Cut> cuts = new ArrayList<>();
    long part = live.from(0);
    for (int step = 1; step < steps.size() && part > FEW_FLOATS; step++) {
      List<Allocation> across = across(allocations, step);
      boolean small = live.from(step) <= part * MOST_LEFT;
      if (small && across.size() == 1 && haveWeights(steps.subList(step, steps.size()))) {
        cuts.add(new Cut(step, across.get(0)));
        part = live.from(step);
      }
    }
    return cuts;
  }

  /** What is live before a step and needed from it on. */
  private static List<Allocation> across(List<Allocation> allocations, int step) {
    return allocations.stream()
        .filter(allocation -> allocation.first() < step && allocation.last() >= step)
        .toList();
  }

  private static boolean haveWeights(List<Step> steps) {
    return steps.stream().anyMatch(step -> !step.node().op().params().isEmpty());
  }
}
