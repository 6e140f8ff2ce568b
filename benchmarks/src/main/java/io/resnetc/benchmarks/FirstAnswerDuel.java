package io.resnetc.benchmarks;

import io.resnetc.driver.Compiler;
import io.resnetc.driver.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes of both sides in turns, on one JDK. */
final class FirstAnswerDuel {
  private final FirstAnswerFiles files;
  private final Path java;
  private final Path target;
  private final Path theirArchive;
  private final Path ourArchive;

  /**
   * @param java the program that starts a virtual machine
   * @param target the module's folder of build results
   */
  FirstAnswerDuel(FirstAnswerFiles files, Path java, Path target)
      throws IOException, InterruptedException {
    this.files = files;
    this.java = java;
    this.target = target;
    this.theirArchive = files.jar().resolveSibling("theirs.jsa");
    this.ourArchive = files.jar().resolveSibling("ours.jsa");
    archive();
  }

  /** An archive of classes for each side: ours by our command, theirs from a run of the same. */
  private void archive() throws IOException, InterruptedException {
    Files.deleteIfExists(theirArchive);
    onnxRuntime(1, "-Xbatch", "-XX:ArchiveClassesAtExit=" + theirArchive).run();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status =
        Main.run(
            new Compiler(),
            err,
            err,
            "archive",
            "--class-path=" + library("resnetc-runtime-") + File.pathSeparator + files.jar(),
            "--network=" + files.className(),
            "--weights=" + files.weights(),
            "--java=" + java.resolve("../..").normalize(),
            "--output=" + ourArchive);
    if (status != 0) {
      throw new IllegalStateException("there is no archive");
    }
  }

  /** What the processes of one side came to. */
  record Side(Timings timings, long peakKilobytes) {
    static Side of(List<AnswerProcess.Outcome> outcomes) {
      List<Long> nanos = outcomes.stream().map(AnswerProcess.Outcome::nanos).toList();
      long peak = outcomes.stream().mapToLong(AnswerProcess.Outcome::peakKilobytes).max().orElse(0);
      return new Side(new Timings(nanos, 1), peak);
    }
  }

  /** Both sides with so many threads. */
  record Row(int threads, Side onnxRuntime, Side ours) {}

  /** Runs each side {@code runs} times, after once for the system's file cache. */
  Row measure(int threads, int runs) throws IOException, InterruptedException {
    AnswerProcess theirs = onnxRuntime(threads, "-XX:SharedArchiveFile=" + theirArchive);
    AnswerProcess ours = compiled(threads);
    check(theirs.run(), ours.run());
    List<AnswerProcess.Outcome> theirOutcomes = new ArrayList<>();
    List<AnswerProcess.Outcome> ourOutcomes = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      theirOutcomes.add(theirs.run());
      ourOutcomes.add(ours.run());
      check(theirOutcomes.get(run), ourOutcomes.get(run));
    }
    return new Row(threads, Side.of(theirOutcomes), Side.of(ourOutcomes));
  }

  private static void check(AnswerProcess.Outcome theirs, AnswerProcess.Outcome ours) {
    if (theirs.best() != ours.best()) {
      throw new IllegalStateException(
          "ours answers %d, ONNX Runtime %d".formatted(ours.best(), theirs.best()));
    }
  }

  private AnswerProcess onnxRuntime(int threads, String... options) throws IOException {
    List<Path> classPath = List.of(library("onnxruntime-"), files.answers());
    String dims = files.inputDims().toString().replaceAll("[\\[\\] ]", "");
    List<String> arguments =
        List.of(files.onnx().toString(), files.image().toString(), dims, Integer.toString(threads));
    return AnswerProcess.of(java, List.of(options), classPath, OnnxRuntimeAnswer.class, arguments);
  }

  private AnswerProcess compiled(int threads) throws IOException {
    List<Path> classPath = List.of(library("resnetc-runtime-"), files.jar(), files.answers());
    // A class path that comes later counts, and may have more jars than the archive knows.
    List<String> options = List.of("@" + ourArchive.resolveSibling("ours.args"));
    List<String> arguments =
        List.of(
            files.className(),
            files.weights().toString(),
            files.image().toString(),
            Integer.toString(threads));
    return AnswerProcess.of(java, options, classPath, CompiledAnswer.class, arguments);
  }

  private Path library(String prefix) throws IOException {
    try (var jars = Files.list(target.resolve("lib"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + prefix + "*.jar in " + target));
    }
  }
}
