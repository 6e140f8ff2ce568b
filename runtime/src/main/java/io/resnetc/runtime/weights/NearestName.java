package io.resnetc.runtime.weights;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a missing parameter may be called in the file: a left-over tensor of the same shape
 * that differs by a prefix ({@code module.}, as PyTorch's DataParallel adds) or by the fewest
 * letters.
 */
public final class NearestName {
  private final Map<String, List<Integer>> candidates;

  /**
   * @param candidates the names to choose from, with their dimensions
   */
  public NearestName(Map<String, List<Integer>> candidates) {
    this.candidates = candidates;
  }

  /** The candidate that {@code name} most likely stands for, if any is near enough. */
  public Optional<String> to(String name, List<Integer> dims) {
    List<String> alike =
        candidates.keySet().stream().filter(other -> candidates.get(other).equals(dims)).toList();
    return alike.stream()
        .filter(other -> other.endsWith("." + name) || name.endsWith("." + other))
        .findFirst()
        .or(() -> fewestEdits(name, alike));
  }

  private static Optional<String> fewestEdits(String name, List<String> alike) {
    return alike.stream()
        .filter(other -> Math.abs(other.length() - name.length()) <= limit(name, other))
        .filter(other -> edits(name, other) <= limit(name, other))
        .min(Comparator.comparingInt(other -> edits(name, other)));
  }

  /** Names of the same shape that share a third of their letters may well mean the same. */
  private static int limit(String name, String other) {
    return Math.max(name.length(), other.length()) * 2 / 3;
  }

  /** Levenshtein's distance (1966), one row of the table at a time. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
