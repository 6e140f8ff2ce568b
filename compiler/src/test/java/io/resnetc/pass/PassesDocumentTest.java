package io.resnetc.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import io.resnetc.ir.text.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/passes.md} has a section for each pass, in order, and each section's example is what
 * the pass does. {@code RESNETC_BLESS=1} in the environment rewrites the examples.
 */
class PassesDocumentTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("resnetc.root"), "docs", "passes.md");

  private static final Pattern HEADING = Pattern.compile("(?m)^## \\d+\\. `(.*)`$");

  private static final Pattern SECTION =
      Pattern.compile(
          "(?ms)(^## \\d+\\. `([^`]*)`$.*?^Before:\\n\\n```\\n)(.*?)"
              + "(^```\\n\\nAfter:\\n\\n```\\n)(.*?)(?=^```$)");

  @Test
  void theSectionsAreThePassesInOrder() throws IOException {
    List<String> headings =
        HEADING
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map(heading -> heading.group(1))
            .toList();
    assertThat(headings).isEqualTo(Passes.ALL.stream().map(Pass::name).toList());
  }

  @Test
  void theExamplesAreWhatThePassesDo() throws IOException {
    String document = Files.readString(DOCUMENT);
    String updated = SECTION.matcher(document).replaceAll(PassesDocumentTest::section);
    if ("1".equals(System.getenv("RESNETC_BLESS"))) {
      Files.writeString(DOCUMENT, updated);
      return;
    }
    assertThat(document)
        .as("run the tests with RESNETC_BLESS=1 to rewrite the examples")
        .isEqualTo(updated);
  }

  /** The section with both graphs as they are printed. */
  private static String section(MatchResult section) {
    Pass pass =
        Passes.ALL.stream()
            .filter(candidate -> candidate.name().equals(section.group(2)))
            .findFirst()
            .orElseThrow();
    Graph before = IrParser.parse("graph example {\n" + section.group(3) + "}\n");
    Graph after = new Pipeline(List.of(pass)).run(before, new InterpreterCheck());
    return Matcher.quoteReplacement(
        section.group(1) + body(before) + section.group(4) + body(after));
  }

  private static String body(Graph graph) {
    return Printer.print(graph)
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(line -> line.substring(2) + "\n")
        .reduce("", String::concat);
  }
}
