package io.resnetc.benchmarks;

import ai.onnxruntime.OrtException;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.NoJavaCompilerException;
import io.resnetc.driver.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./benchmarks/compare}: the tables of this project, measured in one run. */
@Command(
    name = "compare",
    header = "Measures compiled networks beside ONNX Runtime: same process, weights and images.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description =
        "%nBoth sides run in turns until each has the given seconds. Times are milliseconds an image.%n")
public final class Compare implements Callable<Integer> {
  @Option(
      names = "--models",
      split = ",",
      paramLabel = "KEY",
      description = "Which networks; all are ${DEFAULT-VALUE}.")
  private List<String> keys = BenchmarkNetwork.ALL.stream().map(BenchmarkNetwork::key).toList();

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

  @Option(names = "--layers", description = "Each network's convolutions instead, batch 1.")
  private boolean layers;

  @Option(names = "-o", paramLabel = "FILE.md", description = "Also write the tables here.")
  private Path output;

  @Option(names = "--jdk", paramLabel = "PATH", description = "The JDK that runs it all.")
  private Path jdk;

  @Option(names = "--root", hidden = true, required = true)
  private Path root;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Compare()).execute(arguments));
  }

  @Override
  public Integer call()
      throws CompileException, NoJavaCompilerException, OrtException, IOException {
    List<BenchmarkNetwork> networks = keys.stream().map(BenchmarkNetwork::of).toList();
    Machine machine = new Machine(threads);
    System.out.println(machine.describe());
    String tables = layers ? layers(networks, machine) : compare(networks, machine);
    System.out.println(tables);
    if (output != null) {
      OutputFile.write(output, machine.describe() + "\n" + tables);
    }
    return 0;
  }

  private String compare(List<BenchmarkNetwork> networks, Machine machine)
      throws CompileException, NoJavaCompilerException, OrtException {
    List<Comparison.Row> rows = new ArrayList<>();
    for (BenchmarkNetwork network : networks) {
      Comparison comparison = new Comparison(network, models());
      for (int batch : batches) {
        for (int count : threads) {
          Comparison.Row row = comparison.measure(batch, count, warmUp, seconds);
          rows.add(row);
          System.err.printf(
              "%s, batch %d, %d threads: %.2f%n", network.title(), batch, count, row.ratio());
        }
      }
    }
    return ComparisonTable.of(rows, machine);
  }

  private String layers(List<BenchmarkNetwork> networks, Machine machine) throws CompileException {
    StringBuilder tables = new StringBuilder();
    for (BenchmarkNetwork network : networks) {
      for (int count : threads) {
        LayerTable table = new LayerTable(network, models(), machine.peak(count));
        tables.append("\n### %s, threads: %d\n\n".formatted(network.title(), count));
        tables.append(table.measure(count, warmUp, seconds));
      }
    }
    return tables.toString();
  }

  private Path models() {
    return root.resolve("samples").resolve("models");
  }
}
