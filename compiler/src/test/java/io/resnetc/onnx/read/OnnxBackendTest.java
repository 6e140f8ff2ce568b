package io.resnetc.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The ONNX project's conformance cases, each run or refused as the table of {@code docs/onnx.md}
 * says. {@code RESNETC_BLESS=1} in the environment rewrites the table.
 */
class OnnxBackendTest {
  private static final Path CASES = Path.of(System.getProperty("resnetc.shared"), "onnx-backend");
  private static final Path DOCUMENT =
      Path.of(System.getProperty("resnetc.root"), "docs", "onnx.md");
  private static final String BEGIN = "<!-- cases -->\n";
  private static final String END = "<!-- end of cases -->\n";

  @Test
  void everyCaseIsAsTheDocumentSays() throws IOException {
    assumeThat(CASES).as("the conformance cases of ONNX").isDirectory();
    String document = Files.readString(DOCUMENT);
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END);
    String table = table();
    assertThat(table).as("what is read computes what it should").doesNotContain("**wrong**");
    if ("1".equals(System.getenv("RESNETC_BLESS"))) {
      Files.writeString(DOCUMENT, document.substring(0, from) + table + document.substring(to));
      return;
    }
    assertThat(table)
        .as("run the tests with RESNETC_BLESS=1 to rewrite the table of %s", DOCUMENT.getFileName())
        .isEqualTo(document.substring(from, to));
  }

  private static String table() throws IOException {
    StringBuilder table = new StringBuilder("\n| Case | Result |\n|---|---|\n");
    int passed = 0;
    List<Path> cases = cases();
    for (Path folder : cases) {
      String result;
      try {
        result = BackendCase.run(folder);
      } catch (AssertionError | RuntimeException e) {
        result = "**wrong**: " + e;
      }
      passed += result.startsWith("passed") ? 1 : 0;
      table.append("| %s | %s |\n".formatted(CASES.relativize(folder), result.replace("|", "\\|")));
    }
    return "\n%d of %d cases pass.\n%s\n".formatted(passed, cases.size(), table);
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES, 3)) {
      return files
          .filter(file -> file.endsWith("model.onnx"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }
}
