package io.resnetc.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * How long the runs of one contender took.
 *
 * @param nanos of each run, ascending
 * @param batch images in a run
 */
record Timings(List<Long> nanos, int batch) {
  Timings {
    nanos = nanos.stream().sorted().toList();
  }

  /** Of one image in the fastest run. */
  double minimumMillis() {
    return millis(nanos.get(0));
  }

  /** Of one image in the run in the middle. */
  double medianMillis() {
    return millis(nanos.get(nanos.size() / 2));
  }

  /** These runs and others. */
  Timings and(Timings others) {
    return new Timings(Stream.concat(nanos.stream(), others.nanos.stream()).toList(), batch);
  }

  int runs() {
    return nanos.size();
  }

  private double millis(long run) {
    return run / 1e6 / batch;
  }
}
