package io.resnetc.benchmarks;

import io.resnetc.driver.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./benchmarks/kernels}: the kernels one by one, each in a virtual machine of its own. */
@Command(
    name = "kernels",
    header = "Measures the kernels of the runtime with JMH, beside the machine's peak.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description =
        "%nOne thread, one image, each kernel in a virtual machine of its own with its operands in"
            + " the caches.%n")
public final class MeasureKernels implements Callable<Integer> {
  private static final String HEAD =
      """
      # Kernels beside the machine's peak

      JMH 1.37, one thread, one image, each kernel in a virtual machine of its own with its \
      operands in the caches. Microseconds a run: the mean of %d iterations of %d ms with the half \
      width of its 99.9%% confidence interval, and the fastest iteration, which the rates are of. \
      GFLOP/s count two for each multiply-add of the definition, also where Winograd's algorithm \
      does with fewer; GB/s count each operand, weight and result once.
      """;

  private static final int ITERATION_MILLIS = 250;

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "TEXT",
      description = "Only kernels whose name, as --list prints it, contains one of these.")
  private List<String> only = List.of("");

  @Option(names = "--list", description = "Print the names of the kernels and measure nothing.")
  private boolean list;

  @Option(names = "--seconds", paramLabel = "S", description = "Measured for each kernel: 2.")
  private double seconds = 2;

  @Option(names = "--warm-up", paramLabel = "S", description = "Run before measuring: 2.")
  private double warmUp = 2;

  @Option(names = "-o", paramLabel = "FILE.md", description = "Also write the table here.")
  private Path output;

  @Option(names = "--jdk", paramLabel = "PATH", description = "The JDK that runs it all.")
  private Path jdk;

  @Option(names = "--root", hidden = true, required = true)
  private Path root;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new MeasureKernels()).execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException, IOException {
    List<KernelCase> chosen =
        KernelCases.ALL.stream()
            .filter(kernel -> only.stream().anyMatch(kernel.key()::contains))
            .toList();
    if (chosen.isEmpty()) {
      String message = "no kernel is called '%s'; --list names all".formatted(only);
      throw new ParameterException(spec.commandLine(), message);
    }
    if (list) {
      chosen.forEach(kernel -> System.out.println(kernel.key()));
      return 0;
    }
    Machine machine = new Machine(List.of(1));
    String head = HEAD.formatted(iterations(seconds), ITERATION_MILLIS);
    head += "\n" + machine.describe() + "\n";
    System.out.print(head);
    KernelTable table = new KernelTable(machine.peak(1));
    for (KernelCase kernel : chosen) {
      System.err.println("kernels: " + kernel.key() + " ...");
      table.add(kernel, measure(kernel));
    }
    System.out.print(table);
    if (output != null) {
      OutputFile.write(output, head + table);
    }
    return 0;
  }

  /** What the fork prints, such as warnings of its virtual machine, is no part of the table. */
  private Result<?> measure(KernelCase kernel) throws RunnerException {
    OutputFormat log = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
    return new Runner(options(kernel), log).runSingle().getPrimaryResult();
  }

  /** The fork gets the options of this virtual machine. */
  private Options options(KernelCase kernel) {
    return new OptionsBuilder()
        .include(KernelBenchmark.class.getName().replace(".", "\\."))
        .param("kernel", kernel.key())
        .forks(1)
        .warmupTime(TimeValue.milliseconds(ITERATION_MILLIS))
        .warmupIterations(iterations(warmUp))
        .measurementTime(TimeValue.milliseconds(ITERATION_MILLIS))
        .measurementIterations(iterations(seconds))
        .shouldFailOnError(true)
        .build();
  }

  private static int iterations(double seconds) {
    return Math.max(2, (int) Math.round(seconds * 1000 / ITERATION_MILLIS));
  }
}
