package io.resnetc.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Allocations placed one after another, each at the lowest offset where it meets nothing that is
 * live at the same time.
 *
 * @param placed in the order of placing
 */
record FirstFit(List<Placed> placed) {
  /** An allocation and where it begins, in floats. */
  record Placed(Allocation allocation, long offset) {
    long end() {
      return offset + allocation.floats();
    }
  }

  static FirstFit of(List<Allocation> order) {
    List<Placed> placed = new ArrayList<>();
    order.forEach(allocation -> placed.add(place(allocation, placed)));
    return new FirstFit(List.copyOf(placed));
  }

  /** Floats that all of them take. */
  long floats() {
    return floatsFrom(0);
  }

  /** Floats that those take which are live at a step or after it. */
  long floatsFrom(int step) {
    return placed.stream()
        .filter(place -> place.allocation().last() >= step)
        .mapToLong(Placed::end)
        .max()
        .orElse(0);
  }

  /**
   * The order with an allocation moved to the front: of those that are live at a step or after it,
   * the one that reaches highest.
   */
  List<Allocation> highestFirst(int step) {
    List<Allocation> order = new ArrayList<>(placed.stream().map(Placed::allocation).toList());
    placed.stream()
        .filter(place -> place.allocation().last() >= step)
        .max(Comparator.comparingLong(Placed::end))
        .map(Placed::allocation)
        .ifPresent(
            highest -> {
              order.remove(highest);
              order.add(0, highest);
            });
    return order;
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
}
