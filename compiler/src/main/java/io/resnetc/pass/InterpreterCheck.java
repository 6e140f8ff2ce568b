package io.resnetc.pass;

import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.ir.text.Printer;
import java.util.SplittableRandom;

/**
 * Proves each pass by running it: interprets the graph before and after the pass in double
 * precision, on a made-up image and made-up parameters, and compares the results. Slow; for tests
 * and for hunting a bug.
 */
public final class InterpreterCheck implements PassObserver {
  /** Rewrites reorder roundings only; this leaves room for a few hundred layers of them. */
  private static final double TOLERANCE = 1e-12;

  private final long seed;
  private Graph known;
  private double[] knownResult;

  public InterpreterCheck() {
    this(1);
  }

  /** A check on another image and other parameters. */
  public InterpreterCheck(long seed) {
    this.seed = seed;
  }

  /**
   * Compares the two graphs.
   *
   * @throws PassFailure when they differ
   */
  @Override
  public void after(Pass pass, Graph before, Graph after) {
    if (before == after) {
      return;
    }
    double[] expected = before == known ? knownResult : run(before);
    double[] actual = run(after);
    String difference = difference(expected, actual);
    if (!difference.isEmpty()) {
      throw new PassFailure(
          pass.name(),
          "it changed the result (seed %d): %s".formatted(seed, difference),
          Printer.print(before),
          Printer.print(after),
          null);
    }
    known = after;
    knownResult = actual;
  }

  private double[] run(Graph graph) {
    double[] image =
        new SplittableRandom(seed).doubles(graph.input().shape().elements(), -1, 1).toArray();
    return Interpreter.output(graph, new SeededParameters(seed), image);
  }

  /** Says where the results differ most; empty where they agree. */
  private static String difference(double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      return "%d elements before, %d after".formatted(expected.length, actual.length);
    }
    double largest = 0;
    int worst = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      if (distance(expected[i], actual[i]) > distance(expected[worst], actual[worst])) {
        worst = i;
      }
    }
    return distance(expected[worst], actual[worst]) <= TOLERANCE * largest
        ? ""
        : "element %d of %d is %s before and %s after"
            .formatted(worst, expected.length, expected[worst], actual[worst]);
  }

  /** Zero for equal values, not a number and the infinities among them. */
  private static double distance(double a, double b) {
    if (Double.compare(a, b) == 0) {
      return 0;
    }
    double distance = Math.abs(a - b);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }
}
