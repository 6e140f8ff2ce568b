package io.resnetc.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A Java process that answers once and ends.
 *
 * @param command with all of its arguments
 */
record AnswerProcess(List<String> command) {
  AnswerProcess {
    command = List.copyOf(command);
  }

  /**
   * One process's life.
   *
   * @param nanos from before its start until it has ended
   * @param best the class that it took for the likeliest
   * @param peakKilobytes the most memory that was resident
   */
  record Outcome(long nanos, int best, long peakKilobytes) {}

  /**
   * @param options for the virtual machine
   */
  static AnswerProcess of(
      Path java, List<String> options, List<Path> classPath, Class<?> main, List<String> rest) {
    return new AnswerProcess(JavaCommand.of(java, options, classPath, main, rest));
  }

  /** Starts it, and waits until it has ended. */
  Outcome run() throws IOException, InterruptedException {
    // What it logs would be mixed into the table.
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    String line;
    try (BufferedReader reader = process.inputReader()) {
      line = reader.readLine();
    }
    int status = process.waitFor();
    long nanos = System.nanoTime() - start;
    if (status != 0 || line == null) {
      throw new IllegalStateException(
          "ended with status %d: %s".formatted(status, String.join(" ", command)));
    }
    String[] words = line.split(" ");
    return new Outcome(nanos, Integer.parseInt(words[0]), Long.parseLong(words[1]));
  }
}
