package io.resnetc.memory;

import io.resnetc.lower.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plans the arena greedily (Pisarchyk and Lee 2020, "Efficient Memory Management for Deep Neural
 * Net Inference", section 5.2), the largest allocation first. Where that needs more than is ever
 * live at once, a short search follows: what reached highest is placed first, again and again, in
 * turns in the whole arena and in the part of the network that takes most beside what is live in
 * it. It begins with the largest allocations, with those that live longest, and with those that one
 * part hands over to the next, the last first. The smallest plan is taken, and among those the one
 * whose parts are smallest.
 */
public final class MemoryPlanner {
  /** Keep a little away from the longest array that virtual machines allow. */
  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8L;

  /** Plans that are tried from each beginning. */
  private static final int MOST_PLANS = 100;

  private final List<Allocation> allocations;
  private final LiveFloats live;
  private final List<Cut> cuts;
  private final List<Integer> firsts;

  private MemoryPlanner(Program program) {
    allocations = Liveness.of(program);
    live = LiveFloats.of(allocations, program.steps().size());
    cuts = Cuts.of(program, allocations, live);
    firsts = Stream.concat(Stream.of(0), cuts.stream().map(Cut::step)).toList();
  }

  /** A place for every value. */
  public static MemoryPlan plan(Program program) {
    return new MemoryPlanner(program).plan(program.steps().size());
  }

  private MemoryPlan plan(int values) {
    FirstFit best = search();
    if (best.floats() > MOST_FLOATS) {
      throw new ArenaTooLargeException(best.floats());
    }
    List<Integer> offsets = new ArrayList<>(Collections.nCopies(values, 0));
    for (FirstFit.Placed place : best.placed()) {
      place.allocation().values().forEach(value -> offsets.set(value, (int) place.offset()));
    }
    List<Part> parts = new ArrayList<>(List.of(part(best, 0, 0)));
    cuts.forEach(cut -> parts.add(part(best, cut.step(), cut.value())));
    return new MemoryPlan(offsets, parts, live.from(0));
  }

  private Part part(FirstFit plan, int first, int input) {
    return new Part(first, input, (int) plan.floatsFrom(first), (int) live.from(first));
  }

  private FirstFit search() {
    Comparator<Allocation> largest = Comparator.comparingLong(Allocation::floats).reversed();
    Comparator<Allocation> longest = Comparator.comparingInt(Allocation::steps).reversed();
    List<Allocation> handedOver = cuts.stream().map(Cut::handedOver).toList();
    Comparator<Allocation> lastHandedOver =
        Comparator.<Allocation>comparingInt(handedOver::indexOf).reversed().thenComparing(largest);
    FirstFit best = null;
    for (Comparator<Allocation> beginning : List.of(largest, longest, lastHandedOver)) {
      FirstFit plan = improve(allocations.stream().sorted(beginning).toList());
      best = best == null ? plan : smaller(best, plan);
    }
    return best;
  }

  private FirstFit improve(List<Allocation> order) {
    FirstFit plan = FirstFit.of(order);
    FirstFit best = plan;
    for (int i = 1; i < MOST_PLANS && excess(best) > 0; i++) {
      plan = FirstFit.of(plan.highestFirst(i % 2 == 0 ? loosest(plan) : 0));
      best = smaller(best, plan);
    }
    return best;
  }

  private FirstFit smaller(FirstFit best, FirstFit plan) {
    Comparator<FirstFit> size =
        Comparator.comparingLong(FirstFit::floats).thenComparingLong(this::excess);
    return size.compare(plan, best) < 0 ? plan : best;
  }

  /** The first step of the part that takes most beside what is live in it. */
  private int loosest(FirstFit plan) {
    return firsts.stream().max(Comparator.comparingLong(first -> excess(plan, first))).orElse(0);
  }

  private long excess(FirstFit plan) {
    return firsts.stream().mapToLong(first -> excess(plan, first)).sum();
  }

  /** What a part takes beside what is live in it. */
  private long excess(FirstFit plan, int first) {
    return plan.floatsFrom(first) - live.from(first);
  }
}
