package io.resnetc.memory;

import io.resnetc.lower.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Plans the arena greedily by size (Pisarchyk and Lee 2020, "Efficient Memory Management for Deep
 * Neural Net Inference", section 5.2): the largest allocation first, each at the lowest offset
 * where it meets nothing that is live at the same time.
 */
public final class MemoryPlanner {
  /** Keep a little away from the longest array that virtual machines allow. */
  private static final long MOST_FLOATS = Integer.MAX_VALUE - 8L;

  private MemoryPlanner() {}

  /** A place for every value. */
  public static MemoryPlan plan(Program program) {
    List<Allocation> allocations = Liveness.of(program);
    List<Placed> placed = new ArrayList<>();
    allocations.stream()
        .sorted(Comparator.comparingLong(Allocation::floats).reversed())
        .forEach(allocation -> placed.add(place(allocation, placed)));

    List<Integer> offsets = new ArrayList<>(Collections.nCopies(program.steps().size(), 0));
    long arena = placed.stream().mapToLong(Placed::end).max().orElse(0);
    if (arena > MOST_FLOATS) {
      throw new ArenaTooLargeException(arena);
    }
    for (Placed place : placed) {
      place.allocation.values().forEach(value -> offsets.set(value, (int) place.offset));
    }
    return new MemoryPlan(offsets, (int) arena, lowerBound(allocations, program.steps().size()));
  }

  private static Placed place(Allocation allocation, List<Placed> placed) {
    List<Placed> rivals =
        placed.stream()
            .filter(other -> other.allocation.overlaps(allocation))
            .sorted(Comparator.comparingLong(Placed::offset))
            .toList();
    long offset = 0;
    for (Placed rival : rivals) {
      if (offset + allocation.floats() <= rival.offset) {
        break;
      }
      offset = Math.max(offset, rival.end());
    }
    return new Placed(allocation, offset);
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

  private record Placed(Allocation allocation, long offset) {
    long end() {
      return offset + allocation.floats();
    }
  }
}
