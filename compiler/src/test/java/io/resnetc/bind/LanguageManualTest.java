package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.SourceFile;
import io.resnetc.ir.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual's examples are what they say: complete files without errors. */
class LanguageManualTest {
  private static final Pattern EXAMPLE = Pattern.compile("```rn\n(.*?)```", Pattern.DOTALL);

  static Stream<String> examples() throws IOException {
    return EXAMPLE.matcher(manual()).results().map(match -> match.group(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void compilesExamples(String text) {
    DiagnosticLog log = new DiagnosticLog();
    FrontEnd frontEnd = FrontEnd.read(new SourceFile("example.rn", text), log).orElseThrow();
    for (ModelInfo model : frontEnd.models()) {
      Optional<Graph> graph = frontEnd.bind(Optional.of(model.name()), Map.of(), log);
      assertThat(log.toString()).isEmpty();
      assertThat(graph).isPresent();
    }
  }

  /** A row of the table is an operator with its arguments in order, required ones first. */
  @Test
  void listsEveryOperatorWithItsArguments() throws IOException {
    String manual = manual();
    for (String name : OperatorTable.names()) {
      Matcher row =
          Pattern.compile("^\\| `" + name + "` \\|([^|]*)\\|", Pattern.MULTILINE).matcher(manual);
      assertThat(row.find()).as(name).isTrue();
      List<String> arguments =
          Pattern.compile("`(\\w+)").matcher(row.group(1)).results().map(m -> m.group(1)).toList();
      List<String> params =
          OperatorTable.find(name).orElseThrow().params().stream().map(Param::name).toList();
      assertThat(arguments).as(name).isEqualTo(params);
    }
  }

  private static String manual() throws IOException {
    return Files.readString(Path.of(System.getProperty("resnetc.root"), "docs", "language.md"));
  }
}
