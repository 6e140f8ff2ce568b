package io.resnetc.memory;

import java.util.List;

/**
 * How much is live at once.
 *
 * @param from the most floats that are live at any one step from the given one on, by step
 */
record LiveFloats(List<Long> from) {
  /**
   * @param steps after the last of which the network's result is still live
   */
  static LiveFloats of(List<Allocation> allocations, int steps) {
    Long[] from = new Long[steps + 1];
    long most = 0;
    for (int step = steps; step >= 0; step--) {
      int now = step;
      long live =
          allocations.stream()
              .filter(allocation -> allocation.liveAt(now))
              .mapToLong(Allocation::floats)
              .sum();
      most = Math.max(most, live);
      from[step] = most;
    }
    return new LiveFloats(List.of(from));
  }

  /** The most from a step on: no plan for that step and those after it can be smaller. */
  long from(int step) {
    return from.get(step);
  }
}
