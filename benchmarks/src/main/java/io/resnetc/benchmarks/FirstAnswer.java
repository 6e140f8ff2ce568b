package io.resnetc.benchmarks;

import io.resnetc.driver.CompileException;
import io.resnetc.driver.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./benchmarks/first-answer}: whole processes, from their start to one answer. */
@Command(
    name = "first-answer",
    header = "Measures whole processes that load ResNet-18 at 224x224 and answer once.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "%nThe sides run in turns, ours and ONNX Runtime's Java API.%n")
public final class FirstAnswer implements Callable<Integer> {
  private static final String METHOD =
      """
      # The first answer

      Milliseconds from starting a Java process until it has ended, having loaded torchvision's \
      ResNet-18 with its weights (47 MB), classified one image of 224x224, and printed the \
      likeliest class, in which both sides agree; and the most memory that it had resident \
      (VmHWM), the largest of all runs. Ours reads a safetensors file, ONNX Runtime 1.23.2 (ORT) \
      through its Java API our export of the same weights; the image is a file of floats. The \
      files lie in the system's cache; either side has an archive of its classes (CDS), ours \
      made by `resnetc archive`, ORT's by a run with `-XX:ArchiveClassesAtExit`; else the \
      virtual machine has its default options, but for our vector module. The sides run in \
      turns, %d times each. A ratio above 1 means that we are faster (fastest runs) or smaller.
      """;

  @Option(names = "--runs", paramLabel = "N", description = "Processes of each side: 9.")
  private int runs = 9;

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Threads of each side: 1,2.")
  private List<Integer> threads = List.of(1, 2);

  @Option(
      names = "--jdk",
      split = ",",
      paramLabel = "PATH",
      description = "The JDKs to measure on; else the one that runs this.")
  private List<Path> jdks = List.of(Path.of(System.getProperty("java.home")));

  @Option(names = "-o", paramLabel = "FILE.md", description = "Also write the table here.")
  private Path output;

  @Option(names = "--root", hidden = true, required = true)
  private Path root;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FirstAnswer()).execute(arguments));
  }

  @Override
  public Integer call() throws CompileException, IOException, InterruptedException {
    Path target = root.resolve("benchmarks").resolve("target");
    BenchmarkNetwork network = BenchmarkNetwork.of("resnet18-224").orElseThrow();
    FirstAnswerFiles files =
        FirstAnswerFiles.write(
            network, root.resolve("samples").resolve("models"), target.resolve("first-answer"));
    MarkdownTable table =
        new MarkdownTable(
            1,
            "JDK",
            "threads",
            "ORT min",
            "median",
            "ours min",
            "median",
            "ratio",
            "ORT MiB",
            "ours MiB",
            "ratio");
    for (Path jdk : jdks) {
      FirstAnswerDuel duel = new FirstAnswerDuel(files, jdk.resolve("bin/java"), target);
      for (int count : threads) {
        add(table, version(jdk), duel.measure(count, runs));
      }
    }
    String text = METHOD.formatted(runs) + "\n" + facts() + "\n" + table;
    System.out.print(text);
    if (output != null) {
      OutputFile.write(output, text);
    }
    return 0;
  }

  private static void add(MarkdownTable table, String jdk, FirstAnswerDuel.Row row) {
    Timings theirs = row.onnxRuntime().timings();
    Timings ours = row.ours().timings();
    long theirPeak = row.onnxRuntime().peakKilobytes();
    long ourPeak = row.ours().peakKilobytes();
    table.add(
        jdk,
        Integer.toString(row.threads()),
        MarkdownTable.figure("%.0f", theirs.minimumMillis()),
        MarkdownTable.figure("%.0f", theirs.medianMillis()),
        MarkdownTable.figure("%.0f", ours.minimumMillis()),
        MarkdownTable.figure("%.0f", ours.medianMillis()),
        MarkdownTable.figure("%.2f", theirs.minimumMillis() / ours.minimumMillis()),
        MarkdownTable.figure("%.0f", theirPeak / 1024.0),
        MarkdownTable.figure("%.0f", ourPeak / 1024.0),
        MarkdownTable.figure("%.2f", (double) theirPeak / ourPeak));
  }

  private static String facts() {
    return "- Processor: %s, %d processors\n- Flags: ours has --add-modules jdk.incubator.vector\n"
        .formatted(Machine.processor(), Runtime.getRuntime().availableProcessors());
  }

  /** Of the file {@code release} that every JDK has. */
  private static String version(Path jdk) throws IOException {
    try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll(".*=|\"", ""))
          .findFirst()
          .orElse("unknown");
    }
  }
}
