package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.Place;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontEndTest {
  private static final String BLOCKS =
      """
      width = 8

      block Unit(n = 1) {
        return input -> conv: n x conv(width, kernel = 1) -> relu
      }
      """;

  @TempDir Path folder;

  private final DiagnosticLog log = new DiagnosticLog();

  @Test
  void followsImports() throws IOException {
    write("blocks.rn", BLOCKS);
    write("more.rn", "import \"blocks.rn\"\nblock Two { return input -> a: Unit -> b: Unit(2) }");
    Path main =
        write(
            "main.rn",
            """
            import "more.rn"
            import "blocks.rn"
            model M {
              input image [3, 8, 8]
              image -> two: Two
            }
            """);
    Graph graph = load(main, Map.of()).orElseThrow();
    assertThat(SampleModelsTest.parameters(graph))
        .containsOnlyKeys("two.a.conv.0.weight", "two.b.conv.0.weight", "two.b.conv.1.weight");
    Node first = graph.node(1);
    assertThat(first.origin().block()).isEqualTo("two.a");
    assertThat(first.origin().blockName()).isEqualTo("Unit");
    assertThat(first.origin().label()).isEqualTo("conv.0");
    assertThat(first.origin().place())
        .isEqualTo(new Place(folder.resolve("blocks.rn").toString(), 4, 19));
    assertThat(FrontEnd.read(main, log).orElseThrow().files())
        .containsExactly(
            folder.resolve("blocks.rn"), folder.resolve("more.rn"), folder.resolve("main.rn"));
  }

  @Test
  void reportsErrorsOfImportedFilesAtTheirPlace() throws IOException {
    write("blocks.rn", "block Unit { return input -> rleu }");
    Path main = write("main.rn", "import \"blocks.rn\"\nmodel M { input x [3, 8, 8] x -> Unit }");
    assertThat(load(main, Map.of())).isEmpty();
    assertThat(log.toString())
        .isEqualTo(
            """
            %s:1:30: error: unknown operator 'rleu'
              block Unit { return input -> rleu }
                                           ^~~~
            did you mean 'relu'?
            """
                .formatted(folder.resolve("blocks.rn")));
  }

  @Test
  void noticesThatFilesImportEachOther() throws IOException {
    write("a.rn", "import \"b.rn\"");
    Path b = write("b.rn", "import \"a.rn\"\nmodel M { input x [1, 1, 1] x }");
    assertThat(load(b, Map.of())).isEmpty();
    assertThat(log.toString()).contains("a.rn:1:8: error: 'b.rn' imports itself");
  }

  @Test
  void suggestsAFileThatIsThere() throws IOException {
    write("blocks.rn", BLOCKS);
    Path main = write("main.rn", "import \"bloks.rn\"\nmodel M { input x [1] x }");
    assertThat(load(main, Map.of())).isEmpty();
    assertThat(log.toString()).contains("cannot find 'bloks.rn'", "did you mean 'blocks.rn'?");
  }

  @Test
  void listsModelsWithTheirParameters() throws IOException {
    Path file =
        write(
            "m.rn", "model A(classes = 5 + 5, deep) { input x [1] x }\nmodel B { input x [1] x }");
    assertThat(FrontEnd.read(file, log).orElseThrow().models())
        .containsExactly(
            new ModelInfo(
                "A",
                List.of(
                    new ModelInfo.Parameter("classes", Optional.of("5 + 5")),
                    new ModelInfo.Parameter("deep", Optional.empty())),
                new Place(file.toString(), 1, 7)),
            new ModelInfo("B", List.of(), new Place(file.toString(), 2, 7)));
  }

  @Test
  void takesDefinitions() throws IOException {
    Path file =
        write(
            "m.rn",
            """
            model M(width, eps = 1e-5, kernel = [1, 1], bias = false) {
              input image [3, 8, 8]
              image -> c: conv(width, kernel = kernel, bias = bias) -> b: batch_norm(eps)
            }
            """);
    Map<String, String> defines =
        Map.of("width", "4 * 4", "eps", "1", "kernel", "[3, 1]", "bias", "true");
    Graph graph = load(file, defines).orElseThrow();
    assertThat(graph.node(graph.output()).shape()).isEqualTo(Shape.image(16, 6, 8));
    assertThat(((Conv2d) graph.node(1).op()).bias()).isPresent();
  }

  @Test
  void saysWhatIsWrongWithDefinitions() throws IOException {
    Path file =
        write("m.rn", "model M(classes = 10, eps = 1) { input x [4] x -> fc: linear(classes) }");
    assertThat(load(file, Map.of("clases", "3", "classes", "3.5", "eps", "1 +"))).isEmpty();
    assertThat(log.toString())
        .isEqualTo(
            """
            --define:1:1: error: model 'M' has no parameter 'clases'
              clases=3
              ^~~~~~
            did you mean 'classes'?
            --define classes:1:1: error: 'classes' of 'M' must be an integer, not 3.5
              3.5
              ^~~
            --define eps:1:4: error: unexpected end: expected an expression
              1 +
                 ^
            """);
  }

  @Test
  void readsLabelsFromAFileBesideTheSource() throws IOException {
    write("labels.txt", "cat\nguinea pig\n\n");
    Path file =
        write("m.rn", "model M { input x [1, 2, 1] { labels = \"labels.txt\" } x -> flatten }");
    assertThat(load(file, Map.of()).orElseThrow().input().image().labels())
        .containsExactly("cat", "guinea pig");
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    assertThat(load(folder.resolve("none.rn"), Map.of())).isEmpty();
    Path latin = folder.resolve("latin.rn");
    Files.write(latin, "// caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(load(latin, Map.of())).isEmpty();
    Path large = write("large.rn", " ".repeat((4 << 20) + 1));
    assertThat(load(large, Map.of())).isEmpty();
    assertThat(log.diagnostics())
        .extracting(diagnostic -> diagnostic.message().replace(folder + "/", ""))
        .containsExactly(
            "cannot read 'none.rn': there is no such file",
            "'latin.rn' is not UTF-8 text",
            "'large.rn' is larger than 4 MiB");
  }

  private Optional<Graph> load(Path file, Map<String, String> defines) {
    return FrontEnd.load(file, Optional.empty(), defines, log);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
