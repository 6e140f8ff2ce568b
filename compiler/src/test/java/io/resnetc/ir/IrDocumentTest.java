package io.resnetc.ir;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.Place;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void theFirstGraphIsWhatTheFrontEndMakes(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("tiny.rn"), fenced("rn").get(0));
    Graph graph =
        FrontEnd.load(file, Optional.empty(), Map.of(), new DiagnosticLog()).orElseThrow();
    assertThat(Printer.print(inFile("tiny.rn", graph))).isEqualTo(fenced("ir").get(0));
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

  private static Graph inFile(String file, Graph graph) {
    GraphBuilder builder = new GraphBuilder(graph.name());
    for (Node node : graph.nodes()) {
      Origin from = node.origin();
      Place place = new Place(file, from.place().line(), from.place().column());
      Origin origin = new Origin(from.block(), from.blockName(), from.label(), place);
      builder.add(node.op(), node.operands(), origin);
    }
    return builder.build(graph.output());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
