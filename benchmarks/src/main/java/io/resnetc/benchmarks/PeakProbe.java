package io.resnetc.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The most multiply-adds that this machine does in a second: twelve sums in registers, which is
 * enough to hide an instruction's latency, and no memory at all.
 */
final class PeakProbe {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int SUMS = 12;
  private static final int STEPS = 1 << 20;
  private static final int RUNS = 300;

  private PeakProbe() {}

  /** GFLOP/s of so many threads together, a multiply-add being two; the best of many short runs. */
  static double gigaflops(int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Double>> probes = Stream.generate(PeakProbe::probe).limit(threads).toList();
      double sum = 0;
      for (Future<Double> rate : executor.invokeAll(probes)) {
        sum += rate.get();
      }
      return sum;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      executor.shutdown();
    }
  }

  /** Lanes of a vector. */
  static int lanes() {
    return SPECIES.length();
  }

  private static Callable<Double> probe() {
    return () -> {
      float[] sink = new float[SPECIES.length()];
      long best = Long.MAX_VALUE;
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        multiplyAdd(sink);
        best = Math.min(best, System.nanoTime() - start);
      }
      return 2.0 * SUMS * SPECIES.length() * STEPS / best;
    };
  }

  private static void multiplyAdd(float[] sink) {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector y = FloatVector.broadcast(SPECIES, 0.25f);
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = FloatVector.zero(SPECIES);
    FloatVector c = FloatVector.zero(SPECIES);
    FloatVector d = FloatVector.zero(SPECIES);
    FloatVector e = FloatVector.zero(SPECIES);
    FloatVector f = FloatVector.zero(SPECIES);
    FloatVector g = FloatVector.zero(SPECIES);
    FloatVector h = FloatVector.zero(SPECIES);
    FloatVector i = FloatVector.zero(SPECIES);
    FloatVector j = FloatVector.zero(SPECIES);
    FloatVector k = FloatVector.zero(SPECIES);
    FloatVector l = FloatVector.zero(SPECIES);
    for (int step = 0; step < STEPS; step++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
      k = k.fma(x, y);
      l = l.fma(x, y);
    }
    a.add(b).add(c).add(d).add(e).add(f).intoArray(sink, 0);
    g.add(h)
        .add(i)
        .add(j)
        .add(k)
        .add(l)
        .add(FloatVector.fromArray(SPECIES, sink, 0))
        .intoArray(sink, 0);
  }
}
