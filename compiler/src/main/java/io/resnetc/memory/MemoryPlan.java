package io.resnetc.memory;

import java.util.List;

/**
 * Where every value lies in the arena.
 *
 * @param offsets floats from the arena's start, by the value's id, for one image
 * @param parts in which batches go through the network, in order; at least one
 * @param lowerBoundFloats the most that is live at any one step: no plan can be smaller
 */
public record MemoryPlan(List<Integer> offsets, List<Part> parts, long lowerBoundFloats) {
  public MemoryPlan {
    offsets = List.copyOf(offsets);
    parts = List.copyOf(parts);
  }

  /** The arena's size for one image. */
  public int arenaFloats() {
    return parts.get(0).floats();
  }

  public long arenaBytes() {
    return 4L * arenaFloats();
  }

  public long lowerBoundBytes() {
    return 4 * lowerBoundFloats;
  }
}
