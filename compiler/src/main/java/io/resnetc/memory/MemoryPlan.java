package io.resnetc.memory;

import java.util.List;

/**
 * Where every value lies in the arena.
 *
 * @param offsets floats from the arena's start, by the value's id, for one image
 * @param arenaFloats the arena's size for one image
 * @param lowerBoundFloats the most that is live at any one step: no plan can be smaller
 */
public record MemoryPlan(List<Integer> offsets, int arenaFloats, long lowerBoundFloats) {
  public MemoryPlan {
    offsets = List.copyOf(offsets);
  }

  public long arenaBytes() {
    return 4L * arenaFloats;
  }

  public long lowerBoundBytes() {
    return 4 * lowerBoundFloats;
  }
}
