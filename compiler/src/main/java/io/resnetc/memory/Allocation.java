package io.resnetc.memory;

import java.util.List;

/**
 * A stretch of memory and the time for which it is taken.
 *
 * @param values the values that live in it one after another, or under two shapes
 * @param floats its size for one image
 * @param first the step that writes it first
 * @param last the last step that reads it
 */
record Allocation(List<Integer> values, long floats, int first, int last) {
  boolean overlaps(Allocation other) {
    return first <= other.last && other.first <= last;
  }

  /** How many steps it lives. */
  int steps() {
    return last - first;
  }

  boolean liveAt(int step) {
    return first <= step && step <= last;
  }
}
