package io.resnetc.driver.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The likeliest classes of one image, as text. */
final class Ranking {
  private final List<String> labels;
  private final boolean probabilities;
  private final int top;

  /**
   * @param labels the classes' names; may be empty
   * @param probabilities whether the network ends in a softmax of its own
   * @param top how many classes to list
   */
  Ranking(List<String> labels, boolean probabilities, int top) {
    this.labels = labels;
    this.probabilities = probabilities;
    this.top = top;
  }

  /** A line a class: probability, number, name. */
  String text(float[] outputs, int offset, int classes) {
    double[] shares = shares(outputs, offset, classes);
    int width = String.valueOf(classes - 1).length();
    StringBuilder text = new StringBuilder();
    IntStream.range(0, classes)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> rank(shares[i])).thenComparing(i -> i))
        .limit(top)
        .forEach(i -> text.append(line(i, shares[i], width)).append(System.lineSeparator()));
    return text.toString();
  }

  private String line(int index, double share, int width) {
    String number = " ".repeat(width - String.valueOf(index).length()) + index;
    String label = index < labels.size() ? "  " + labels.get(index) : "";
    return String.format(Locale.ROOT, "  %.4f  %s%s", share, number, label);
  }

  /** The largest first, and what is no number last. */
  private static double rank(double share) {
    return Double.isNaN(share) ? 1 : -share;
  }

  private double[] shares(float[] outputs, int offset, int classes) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < classes; i++) {
      largest = Math.max(largest, outputs[offset + i]);
    }
    double[] shares = new double[classes];
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      shares[i] = probabilities ? outputs[offset + i] : Math.exp(outputs[offset + i] - largest);
      sum += shares[i];
    }
    for (int i = 0; i < classes && !probabilities; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
