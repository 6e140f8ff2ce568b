package io.resnetc.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Runs one kernel, in a virtual machine that has seen no other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {
  /** A key of {@link KernelCases}, given by whoever starts JMH. */
  @Param("tile-8-rows-depth-256")
  public String kernel;

  private Runnable prepared;

  @Setup
  public void prepare() {
    prepared = KernelCases.of(kernel).prepare();
  }

  // The result is on the heap, where C2 must leave it.
  @Benchmark
  public void run() {
    prepared.run();
  }
}
