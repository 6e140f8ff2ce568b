package io.resnetc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes of both sides in turns, on one JDK. */
final class FirstAnswerDuel {
  /**
   * Both sides' heap: the collector with the least memory of its own, and a small young generation,
   * because large arrays then go where they stay, and what is garbage is soon used again.
   */
  static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xmn16m", "-Xmx512m");

  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  private final FirstAnswerFiles files;
  private final Path java;
  private final Path target;

  /**
   * @param java the program that starts a virtual machine
   * @param target the module's folder of build results
   */
  FirstAnswerDuel(FirstAnswerFiles files, Path java, Path target) {
    this.files = files;
    this.java = java;
    this.target = target;
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
    AnswerProcess theirs = onnxRuntime(threads);
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

  private AnswerProcess onnxRuntime(int threads) throws IOException {
    List<Path> classPath = List.of(target.resolve("classes"), library("onnxruntime-"));
    String dims = files.inputDims().toString().replaceAll("[\\[\\] ]", "");
    List<String> arguments =
        List.of(files.onnx().toString(), files.image().toString(), dims, Integer.toString(threads));
    return AnswerProcess.of(java, HEAP, classPath, OnnxRuntimeAnswer.class, arguments);
  }

  private AnswerProcess compiled(int threads) throws IOException {
    List<Path> classPath =
        List.of(target.resolve("classes"), library("resnetc-runtime-"), files.jar());
    List<String> options = new ArrayList<>(HEAP);
    options.addAll(VECTORS);
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
