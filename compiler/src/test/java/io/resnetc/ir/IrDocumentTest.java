package io.resnetc.ir;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.op.Op;
import io.resnetc.ir.text.IrParser;
import io.resnetc.ir.text.Printer;
import io.resnetc.ir.verify.Verifier;
import io.resnetc.pass.Pipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/ir.md} shows and lists is so. */
class IrDocumentTest {
  private final String document =
      read(Path.of(System.getProperty("resnetc.root"), "docs", "ir.md"));

  /** The fenced texts of one language. */
  private List<String> fenced(String language) {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(document)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void graphsArePrintedAsTheyAre() {
    assertThat(fenced("ir"))
        .hasSize(2)
        .allSatisfy(
            text -> {
              Graph graph = IrParser.parse(text);
              Verifier.verify(graph);
              assertThat(Printer.print(graph)).isEqualTo(text);
            });
  }

  @Test
  void theSecondGraphIsTheFirstAfterAllPasses() {
    Graph first = IrParser.parse(fenced("ir").get(0));
    assertThat(Printer.print(Pipeline.standard().run(first))).isEqualTo(fenced("ir").get(1));
  }

  @Test
  void everyOperatorHasASection() {
    List<String> sections =
        Pattern.compile("(?m)^### (\\w+)$")
            .matcher(document)
            .results()
            .map(match -> match.group(1).replace("_", ""))
            .toList();
    for (Class<?> operator : Op.class.getPermittedSubclasses()) {
      assertThat(sections).contains(operator.getSimpleName().toLowerCase(Locale.ROOT));
    }
    assertThat(sections).hasSize(Op.class.getPermittedSubclasses().length);
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
