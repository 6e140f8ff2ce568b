package io.resnetc.benchmarks;

import ai.onnxruntime.OrtException;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.NoJavaCompilerException;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison in virtual machines of its own, with the options of this one: C2 compiles the
 * kernels for what it has seen them do, and a program seldom has five networks to show it. How fast
 * they then are differs from one to the next, by a few per cent.
 *
 * @param models the directory of the sample models
 * @param warmUp seconds for each side
 * @param seconds measured of each side
 * @param processes how many virtual machines measure a row, one after another
 */
record ComparisonProcess(Path models, double warmUp, double seconds, int processes) {
  /** Measures a row of the table there. */
  Comparison.Row measure(BenchmarkNetwork network, int batch, int threads)
      throws IOException, InterruptedException {
    Comparison.Row row = measureOnce(network, batch, threads);
    for (int i = 1; i < processes; i++) {
      row = row.and(measureOnce(network, batch, threads));
    }
    return row;
  }

  private Comparison.Row measureOnce(BenchmarkNetwork network, int batch, int threads)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(network, batch, threads))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines;
    try (Stream<String> output = process.inputReader().lines()) {
      lines = output.toList();
    }
    int status = process.waitFor();
    if (status != 0 || lines.size() != 3) {
      throw new IOException(
          "%s, batch %d, %d threads: its process ended with status %d after %d of 3 lines"
              .formatted(network.title(), batch, threads, status, lines.size()));
    }
    Timings theirs = new Timings(nanos(lines.get(0)), batch);
    Timings ours = new Timings(nanos(lines.get(1)), batch);
    double gigaflops = Double.parseDouble(lines.get(2));
    return new Comparison.Row(network, batch, threads, theirs, ours, gigaflops);
  }

  private List<String> command(BenchmarkNetwork network, int batch, int threads) {
    return JavaCommand.of(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList(),
        ComparisonProcess.class,
        Stream.of(models, network.key(), batch, threads, warmUp, seconds)
            .map(Object::toString)
            .toList());
  }

  private static List<Long> nanos(String line) {
    return Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
  }

  /** The other end: prints the nanoseconds of ONNX Runtime's runs, those of ours, and GFLOP/s. */
  public static void main(String[] arguments)
      throws CompileException, NoJavaCompilerException, OrtException {
    BenchmarkNetwork network = BenchmarkNetwork.of(arguments[1]).orElseThrow();
    Comparison comparison =
        new Comparison(network, Path.of(arguments[0]), Integer.parseInt(arguments[2]));
    Comparison.Row row =
        comparison.measure(
            Integer.parseInt(arguments[3]),
            Double.parseDouble(arguments[4]),
            Double.parseDouble(arguments[5]));
    System.out.println(line(row.onnxRuntime()));
    System.out.println(line(row.ours()));
    System.out.println(row.gigaflops());
  }

  private static String line(Timings timings) {
    return timings.nanos().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
