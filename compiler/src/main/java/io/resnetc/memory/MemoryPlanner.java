package io.resnetc.memory;

import io.resnetc.lower.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Plans the arena greedily (Pisarchyk and Lee 2020, "Efficient Memory Management for Deep Neural
 * Net Inference", section 5.2), the largest allocation first. Where that needs more than is ever
 * live at once, a short search follows: what reached highest is placed first, again and again,
 * beginning with the largest allocations and with those that live longest; the smallest plan is
 * taken.
 */
public final class MemoryPlanner {
  /** Keep a little away from the longest array that virtual machines allow. */
  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8L;

  /** Plans that are tried from each beginning. */
  private static final int MOST_PLANS = 100;

  private MemoryPlanner() {}

  /** A place for every value. */
  public static MemoryPlan plan(Program program) {
    List<Allocation> allocations = Liveness.of(program);
    long bound = lowerBound(allocations, program.steps().size());
    FirstFit best = search(allocations, bound);
    if (best.floats() > MOST_FLOATS) {
      throw new ArenaTooLargeException(best.floats());
    }
    List<Integer> offsets = new ArrayList<>(Collections.nCopies(program.steps().size(), 0));
    for (FirstFit.Placed place : best.placed()) {
      place.allocation().values().forEach(value -> offsets.set(value, (int) place.offset()));
    }
    return new MemoryPlan(offsets, (int) best.floats(), bound);
  }

  private static FirstFit search(List<Allocation> allocations, long bound) {
    Comparator<Allocation> largest = Comparator.comparingLong(Allocation::floats).reversed();
    Comparator<Allocation> longest = Comparator.comparingInt(Allocation::steps).reversed();
    FirstFit bySize = improve(allocations.stream().sorted(largest).toList(), bound);
    if (bySize.floats() == bound) {
      return bySize;
    }
    FirstFit byLife = improve(allocations.stream().sorted(longest).toList(), bound);
    return bySize.floats() <= byLife.floats() ? bySize : byLife;
  }

  private static FirstFit improve(List<Allocation> order, long bound) {
    FirstFit plan = FirstFit.of(order);
    FirstFit best = plan;
    for (int i = 1; i < MOST_PLANS && best.floats() > bound; i++) {
      plan = FirstFit.of(plan.highestFirst());
      best = plan.floats() < best.floats() ? plan : best;
    }
    return best;
  }

  private static long lowerBound(List<Allocation> allocations, int steps) {
    long most = 0;
    for (int step = 0; step <= steps; step++) {
      int now = step;
      long live =
          allocations.stream()
              .filter(allocation -> allocation.liveAt(now))
              .mapToLong(Allocation::floats)
              .sum();
      most = Math.max(most, live);
    }
    return most;
  }
}
