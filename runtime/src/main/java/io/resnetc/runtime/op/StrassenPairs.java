package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.kernel.Kernels;

/** Pairs of neighbouring pixels, counted over the lines of all images. */
final class StrassenPairs {
  private StrassenPairs() {}

  /** Those of a line. */
  static int line(Call call) {
    return call.y().width() / 2;
  }

  static int all(Call call) {
    return call.images() * call.y().height() * line(call);
  }

  /** Where a pair begins in x. */
  static int at(Call call, int pair) {
    return Views.pixel(call.x(), call.images(), 2 * pair);
  }

  /** How many neighbours are equally far apart in x: those of a line, or all. */
  static int span(Kernels kernels, Call call) {
    int line = line(call);
    boolean isByLine = !isEven(call) && line > StrassenLayout.run(kernels);
    return isByLine || !Views.isWithoutBorder(call.x()) ? line : all(call);
  }

  /** How many of a span runs do not cut. */
  static int tile(Kernels kernels, Call call, int span) {
    int line = line(call);
    boolean isOfLines = span > line && !isEven(call) && isWhole(kernels, line);
    return isOfLines ? line : kernels.tileRows(span);
  }

  /** Whether register tiles can store runs themselves. */
  static boolean areStoredByTiles(Kernels kernels, Call call) {
    return call.z() == null && (isEven(call) || isWhole(kernels, line(call)));
  }

  /** Of {@code rows} pairs from {@code pair} on, how many are equally far apart in the result. */
  static int evenly(Call call, int pair, int rows) {
    int line = line(call);
    return isEven(call) ? rows : Math.min(rows, line - pair % line);
  }

  /** Whether all pairs are equally far apart in the result and in the residual. */
  private static boolean isEven(Call call) {
    return Views.isEvenlyStored(call, 2 * all(call));
  }

  /** Whether register tiles fill a line. */
  private static boolean isWhole(Kernels kernels, int line) {
    return line >= kernels.leastRows() && line % kernels.tileRows(line) == 0;
  }
}
