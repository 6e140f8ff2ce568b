package io.resnetc.benchmarks;

import io.resnetc.driver.CompileException;
import io.resnetc.driver.NoJavaCompilerException;
import io.resnetc.driver.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./benchmarks/compare}: the tables of this project, measured in one run. */
@Command(
    name = "compare",
    header = "Measures compiled networks beside ONNX Runtime: same process, weights and images.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description =
        "%nBoth sides run in turns until each has the given seconds. Times are milliseconds an image.%n")
public final class Compare implements Callable<Integer> {
  private static final String SIDE_BY_SIDE =
      """
      # Compiled networks beside ONNX Runtime

      Milliseconds an image, float32, the same weights and images on both sides, in one process. \
      Each row is of %s. \
      ONNX Runtime 1.23.2 (ORT) runs our export of the graph before our passes, with all of its \
      optimisations; our class is compiled for the batch (--batch). In each, the sides run in turns until \
      each has %s s, after a warm-up; their outputs agree within 1e-4 of the largest. A ratio \
      above 1 means that we are faster; it compares each side's fastest run.
      """;

  private static final String LAYERS =
      """
      # Convolutions beside the machine's peak

      The fastest run of each layer in %s s, batch 1, timed within the network, so that weights \
      and activations lie in the caches where they would. GFLOP/s count two for each multiply-add.
      """;

  private static final String GROWTH =
      """
      # Large batches beside small ones

      Milliseconds an image, float32, the same images in small batches one after another and in a \
      large one, by one class compiled for the small batch, in turns until each has %s s, after a \
      warm-up; their outputs have the same bits. A ratio above 1 means that the large batch is faster.
      """;

  private static final List<String> ALL_KEYS =
      BenchmarkNetwork.ALL.stream().map(BenchmarkNetwork::key).toList();

  @Spec private CommandSpec spec;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "KEY",
      description = "Which networks; all are ${DEFAULT-VALUE}.")
  private List<String> keys = ALL_KEYS;

  @Option(names = "--batch", split = ",", paramLabel = "N", description = "Images at a time: 1,8.")
  private List<Integer> batches = List.of(1, 8);

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Threads of each side: 1,2.")
  private List<Integer> threads = List.of(1, 2);

  @Option(names = "--seconds", paramLabel = "S", description = "Measured for each side: 5.")
  private double seconds = 5;

  @Option(names = "--warm-up", paramLabel = "S", description = "Run before measuring: 5.")
  private double warmUp = 5;

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "Virtual machines for each row, which is of the runs in all of them: 1.")
  private int processes = 1;

  @ArgGroup private Other other = new Other();

  @Option(names = "-o", paramLabel = "FILE.md", description = "Also write the tables here.")
  private Path output;

  @Option(names = "--jdk", paramLabel = "PATH", description = "The JDK that runs it all.")
  private Path jdk;

  @Option(names = "--root", hidden = true, required = true)
  private Path root;

  /** What is measured instead of both sides, one at a time. */
  private static final class Other {
    @Option(names = "--layers", description = "Each network's convolutions instead, batch 1.")
    private boolean layers;

    @Option(
        names = "--growth",
        description = "The last --batch beside as many images in the first, such as --batch 8,32.")
    private boolean growth;
  }

  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Compare());
    command.setExecutionExceptionHandler(
        (exception, failed, parsed) -> {
          failed.getErr().println("compare: " + exception.getMessage());
          return failed.getCommandSpec().exitCodeOnExecutionException();
        });
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call()
      throws CompileException, NoJavaCompilerException, IOException, InterruptedException {
    List<BenchmarkNetwork> networks = keys.stream().map(this::network).toList();
    if (other.growth) {
      checkGrowth();
    }
    if (processes < 1) {
      throw new ParameterException(
          spec.commandLine(), "--processes: %d; say 1 or more".formatted(processes));
    }
    Machine machine = new Machine(threads);
    String head = method() + "\n" + machine.describe() + "\n";
    System.out.print(head);
    String tables =
        other.growth
            ? growth(networks)
            : other.layers ? layers(networks, machine) : compare(networks, machine);
    System.out.print(tables);
    if (output != null) {
      OutputFile.write(output, head + tables);
    }
    return 0;
  }

  private String method() {
    if (other.growth || other.layers) {
      return (other.growth ? GROWTH : LAYERS).formatted(seconds);
    }
    String own = processes == 1 ? "a process of its own" : processes + " processes of its own";
    return SIDE_BY_SIDE.formatted(own, seconds);
  }

  private BenchmarkNetwork network(String key) {
    return BenchmarkNetwork.of(key)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "no network is called '%s'; there are %s".formatted(key, ALL_KEYS)));
  }

  private String compare(List<BenchmarkNetwork> networks, Machine machine)
      throws IOException, InterruptedException {
    ComparisonProcess process = new ComparisonProcess(models(), warmUp, seconds, processes);
    List<Comparison.Row> rows = new ArrayList<>();
    for (BenchmarkNetwork network : networks) {
      for (int batch : batches) {
        for (int count : threads) {
          Comparison.Row row = process.measure(network, batch, count);
          rows.add(row);
          System.err.printf(
              "%s, batch %d, %d threads: %.2f%n", network.title(), batch, count, row.ratio());
        }
      }
    }
    return ComparisonTable.of(rows, machine);
  }

  private void checkGrowth() {
    if (small() >= large() || large() % small() != 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--growth: a batch of %d is not several of %d; say --batch 8,32"
              .formatted(large(), small()));
    }
  }

  private String growth(List<BenchmarkNetwork> networks)
      throws CompileException, NoJavaCompilerException {
    GrowthTable table = new GrowthTable(models(), small(), large());
    for (BenchmarkNetwork network : networks) {
      table.measure(network, threads, warmUp, seconds);
    }
    return table.toString();
  }

  private int small() {
    return batches.get(0);
  }

  private int large() {
    return batches.get(batches.size() - 1);
  }

  private String layers(List<BenchmarkNetwork> networks, Machine machine)
      throws CompileException, NoJavaCompilerException {
    StringBuilder tables = new StringBuilder();
    for (BenchmarkNetwork network : networks) {
      for (int count : threads) {
        LayerTable table = new LayerTable(network, models(), machine.peak(count));
        tables.append("\n## %s, threads: %d\n\n".formatted(network.title(), count));
        tables.append(table.measure(count, warmUp, seconds));
      }
    }
    return tables.toString();
  }

  private Path models() {
    return root.resolve("samples").resolve("models");
  }
}
