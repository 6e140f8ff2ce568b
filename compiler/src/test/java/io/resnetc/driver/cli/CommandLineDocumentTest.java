package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.driver.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/command-line.md} names every option, and none that there is not. */
class CommandLineDocumentTest {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  @Test
  void namesEveryOption() throws IOException {
    Path document = Path.of(System.getProperty("resnetc.root"), "docs", "command-line.md");
    Set<String> documented =
        OPTION
            .matcher(Files.readString(document))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>();
    var cli = Main.commandLine(new Compiler());
    cli.getCommandSpec().optionsMap().keySet().forEach(known::add);
    cli.getSubcommands()
        .values()
        .forEach(command -> known.addAll(command.getCommandSpec().optionsMap().keySet()));
    known.removeIf(option -> !option.startsWith("--"));
    assertThat(documented).isEqualTo(known);
  }
}
