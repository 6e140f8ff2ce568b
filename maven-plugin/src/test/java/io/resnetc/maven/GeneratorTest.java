package io.resnetc.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.lower.LoweringOptions;
import io.resnetc.lower.Numerics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which models become classes, when, and what is said where they cannot. */
class GeneratorTest {
  private static final String BODY = " { input x [1, 4, 4] x -> flatten -> fc: linear(%s) }\n";

  @TempDir private Path folder;
  private Path models;
  private LoweringOptions lowering = LoweringOptions.DEFAULT;

  @BeforeEach
  void aProject() throws IOException {
    models = Files.createDirectories(folder.resolve("models"));
  }

  @Test
  void everyModelThatNeedsNoValuesBecomesAClass() throws Exception {
    write("a.rn", "model A" + BODY.formatted(2) + "model B(n = 3)" + BODY.formatted("n"));
    write("c.rn", "model C(n)" + BODY.formatted("n"));

    Outcome outcome = run();

    assertThat(outcome.classes()).containsExactly(generated("A"), generated("B"));
    assertThat(generated("A")).content().contains("package p.q;", "public final class A ");
    assertThat(outcome.passedOver())
        .containsExactly(
            "C has parameters without a value: to compile it, list it in <models> with <defines>");
  }

  @Test
  void aModelCanBecomeSeveralClasses() throws Exception {
    write("c.rn", "model C(n)" + BODY.formatted("n"));

    run(
        new ModelSelection("C").with("n", "2"),
        new ModelSelection("C").in("c.rn").as("D").with("n", "4"));

    assertThat(generated("C")).content().contains("@fc.weight[2, 16]");
    assertThat(generated("D")).content().contains("@fc.weight[4, 16]");
  }

  @Test
  void runsAgainOnlyAfterAChange() throws Exception {
    Path blocks = write("blocks/b.rn", "block B { return input -> relu }");
    write("a.rn", "import \"blocks/b.rn\" model A { input x [1, 2, 2] x -> B -> flatten }");

    assertThat(run().upToDate()).isFalse();
    assertThat(run().upToDate()).isTrue();
    assertThat(run().classes()).containsExactly(generated("A"));
    Files.writeString(blocks, "block B { return input -> relu -> relu }");
    assertThat(run().upToDate()).isFalse();
    assertThat(run(new ModelSelection("A")).upToDate()).isFalse();
  }

  @Test
  void aClassThatStaysTheSameIsNotTouched() throws Exception {
    write("a.rn", "model A" + BODY.formatted(2));
    run();
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(generated("A"), old);
    write("b.rn", "model B" + BODY.formatted(2));

    assertThat(run().classes()).hasSize(2);

    assertThat(Files.getLastModifiedTime(generated("A"))).isEqualTo(old);
  }

  @Test
  void aClassWhoseModelIsGoneIsDeleted() throws Exception {
    Path source = write("a.rn", "model A" + BODY.formatted(2));
    run();
    Files.delete(source);

    assertThat(run().classes()).isEmpty();
    assertThat(generated("A")).doesNotExist();
  }

  @Test
  void reportsTheErrorsOfAllFilesOnceAndWritesNothing() throws Exception {
    Path blocks = write("blocks.rn", "block Bad {\n  return input -> rleu\n}");
    Path a = write("a.rn", "import \"blocks.rn\"\nmodel A { input x [1, 2, 2] x -> Bad }");
    write("b.rn", "import \"blocks.rn\"\nmodel B { input x [1, 2, 2] x -> Bad -> y }");
    write("c.rn", "model C" + BODY.formatted(2));

    Outcome outcome = run();

    assertThat(outcome.errors()).hasSize(2);
    assertThat(outcome.errors().get(0)).startsWith(blocks + ":[2,19] unknown ");
    assertThat(outcome.errors().get(0)).contains("\n", "did you mean 'relu'?");
    assertThat(outcome.errors().get(1)).startsWith(a.resolveSibling("b.rn") + ":[2,");
    assertThat(folder.resolve("classes")).doesNotExist();
  }

  @Test
  void reportsWhatCannotBeParsed() throws Exception {
    Path a = write("a.rn", "model A {\n");
    Path b = write("b.rn", "model B { input x [1, 2 }");

    assertThat(run().errors())
        .satisfiesExactlyInAnyOrder(
            first -> assertThat(first).startsWith(a.toString()),
            second -> assertThat(second).startsWith(b.toString()));
  }

  @Test
  void saysWhatIsWrongWithTheSelection() throws IOException {
    write("a.rn", "model Net" + BODY.formatted(2));
    write("b.rn", "model Net" + BODY.formatted(2));

    assertThatThrownBy(() -> run(new ModelSelection("Nut")))
        .isInstanceOf(SelectionException.class)
        .hasMessage("there is no model 'Nut'; did you mean 'Net'?");
    assertThatThrownBy(() -> run(new ModelSelection("Net")))
        .hasMessageContainingAll("model 'Net' is in ", "a.rn and in ", "b.rn: say which");
    assertThatThrownBy(this::run)
        .hasMessageContainingAll("two models become the class Net", "<className>");
    assertThatThrownBy(() -> new Generator(settings("my-group", List.of())).run())
        .hasMessage("'my-group' is no name of a Java package: set <packageName>");
  }

  @Test
  void algorithmsAreChosenAsConfigured() throws Exception {
    write("a.rn", "model A { input x [64, 8, 8] x -> c: conv(64, kernel = 3, padding = 1) }");

    run();
    assertThat(generated("A")).content().contains("WinogradConv2d");

    lowering = new LoweringOptions(Numerics.STRICT, 1, Map.of());
    assertThat(run().upToDate()).isFalse();
    assertThat(generated("A")).content().doesNotContain("WinogradConv2d");
  }

  private Outcome run(ModelSelection... wishes) throws IOException, SelectionException {
    return new Generator(settings("p.q", List.of(wishes))).run();
  }

  private Settings settings(String packageName, List<ModelSelection> wishes) {
    return new Settings(
        models,
        folder.resolve("classes"),
        folder.resolve("work/ledger"),
        folder.resolve("work"),
        packageName,
        wishes,
        lowering,
        false);
  }

  private Path generated(String name) {
    return folder.resolve("classes/p/q/" + name + ".java");
  }

  private Path write(String name, String text) throws IOException {
    Path file = models.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
