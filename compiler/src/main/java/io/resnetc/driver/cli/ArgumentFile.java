package io.resnetc.driver.cli;

import java.util.List;

/** The format of {@code java @FILE}: an argument a line, in quotes where need be. */
final class ArgumentFile {
  private ArgumentFile() {}

  static String of(List<String> arguments) {
    StringBuilder text = new StringBuilder();
    for (String argument : arguments) {
      text.append(quoted(argument)).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String argument) {
    boolean isPlain = argument.chars().noneMatch(c -> " \t\"'#\\".indexOf(c) >= 0);
    return isPlain ? argument : '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
