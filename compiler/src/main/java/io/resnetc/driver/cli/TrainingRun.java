package io.resnetc.driver.cli;

import io.resnetc.runtime.FirstAnswer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A process of the virtual machine that an archive is for, which loads the network and answers
 * once.
 *
 * @param java the program that starts it
 * @param options of the virtual machine, which the application will have too
 * @param classPath jars, as the application will have them
 * @param network the generated class
 * @param weights a safetensors file
 */
record TrainingRun(
    Path java, List<String> options, List<Path> classPath, String network, Path weights) {
  /** How the log says that a class came from an archive other than the JDK's own. */
  private static final String ARCHIVED = " source: shared objects file (top)";

  /**
   * Writes the archive of the classes that one run has loaded. {@code -Xbatch} lets that run wait
   * for its compilations: JDK 17 keeps in the archive that a method is queued for one, and then
   * interprets it for ever.
   */
  void write(Path archive) throws IOException, InterruptedException {
    run("-Xbatch", "-XX:ArchiveClassesAtExit=" + archive);
    if (!Files.exists(archive)) {
      throw new UserError(java + ": wrote no archive; it takes HotSpot of Java 17 or newer");
    }
  }

  /** Runs once with an archive, and counts the classes that came from it: the network's too. */
  long classesFrom(Path archive) throws IOException, InterruptedException {
    Path log = Files.createTempFile("resnetc", ".log");
    try {
      run("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=\"" + log + "\"");
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      if (lines.stream().noneMatch(line -> line.contains(" " + network + ARCHIVED))) {
        throw new UserError(
            "%s: does not take %s from the archive; JDK 17 takes none from paths with spaces"
                .formatted(java, network));
      }
      return lines.stream().filter(line -> line.contains(ARCHIVED)).count();
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private void run(String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", joinedClassPath(), FirstAnswer.class.getName()));
    command.addAll(List.of(network, weights.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new UserError(reason(output, status));
    }
  }

  String joinedClassPath() {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private String reason(String output, int status) {
    if (output.contains("load main class " + FirstAnswer.class.getName())) {
      return "the class path has no runtime: add resnetc-runtime's jar to --class-path";
    }
    String lines =
        output
            .lines()
            .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "%s ended with status %d".formatted(java, status) : lines;
  }
}
