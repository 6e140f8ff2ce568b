package io.resnetc.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java process. */
final class JavaCommand {
  private JavaCommand() {}

  /**
   * @param options for the virtual machine
   * @param main the class to run
   * @param rest its arguments
   */
  static List<String> of(
      Path java, List<String> options, List<Path> classPath, Class<?> main, List<String> rest) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    List<String> places = classPath.stream().map(Path::toString).toList();
    command.addAll(List.of("-cp", String.join(File.pathSeparator, places), main.getName()));
    command.addAll(rest);
    return List.copyOf(command);
  }
}
