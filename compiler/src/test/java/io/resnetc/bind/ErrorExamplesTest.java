package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.Diagnostic;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.SourceFile;
import io.resnetc.ir.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code errors/} names its errors on the lines that have them: {@code // error: one
 * | another}. A line {@code // --model M} at the top chooses the model.
 */
class ErrorExamplesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "errors");

  static Stream<Path> examples() throws IOException {
    return Files.list(FOLDER).filter(file -> file.toString().endsWith(".rn")).sorted();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsWhatTheFileSays(Path file) throws IOException {
    assertThat(reported(file)).containsExactlyInAnyOrderElementsOf(expected(file));
  }

  /**
   * Kinds that no line of a readable file can name; FrontEndTest and DiagnosticTextTest have them.
   */
  private static final Set<ErrorKind> ELSEWHERE =
      EnumSet.of(
          ErrorKind.NOT_UTF8,
          ErrorKind.FILE_TOO_LARGE,
          ErrorKind.UNTERMINATED_COMMENT,
          ErrorKind.UNFINISHED_FILE,
          ErrorKind.UNKNOWN_DEFINE);

  @Test
  void showsEveryKindOfError() throws IOException {
    Set<ErrorKind> shown = EnumSet.copyOf(ELSEWHERE);
    for (Path file : examples().toList()) {
      diagnostics(file).forEach(diagnostic -> shown.add(diagnostic.kind()));
    }
    assertThat(shown).containsExactlyInAnyOrder(ErrorKind.values());
  }

  private static List<String> expected(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("// error: ", 2);
      if (parts.length == 2) {
        for (String error : parts[1].split(" \\| ")) {
          expected.add(i + 1 + ": " + error);
        }
      }
    }
    return expected;
  }

  private static List<String> reported(Path file) throws IOException {
    return diagnostics(file).stream()
        .map(diagnostic -> diagnostic.place().line() + ": " + diagnostic.message())
        .map(error -> error.replace(FOLDER + "/", ""))
        .toList();
  }

  static List<Diagnostic> diagnostics(Path file) throws IOException {
    String text = Files.readString(file);
    Optional<String> model =
        text.lines()
            .filter(line -> line.startsWith("// --model "))
            .map(line -> line.substring("// --model ".length()))
            .findFirst();
    DiagnosticLog log = new DiagnosticLog();
    SourceFile source = new SourceFile(file.toString(), text);
    Optional<Graph> graph =
        FrontEnd.read(source, log).flatMap(frontEnd -> frontEnd.bind(model, Map.of(), log));
    assertThat(graph).isEmpty();
    return log.diagnostics();
  }
}
