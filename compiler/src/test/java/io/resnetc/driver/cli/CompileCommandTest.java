package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompileCommandTest extends CommandLineTest {
  @Test
  void writesAClassThatIsNamedAfterItsFile() throws IOException {
    Path file = folder.resolve("new/folder/Generated.java");
    Result result = run(model, "-o", file, "--package", "com.acme");
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith(file + ": ")
        .contains("27 parameters", "multiply-adds", "weight bytes", "arena bytes")
        .hasLineCount(1);
    assertThat(Files.readString(file))
        .contains("package com.acme;", "public final class Generated extends Network");
  }

  @Test
  void intoAFolderTheClassIsNamedAfterTheModel() {
    assertThat(run(model, "-o", folder, "--package", "a.b").code()).isZero();
    assertThat(folder.resolve("a/b/Tiny.java")).isRegularFile();
    assertThat(run(model, "-o", folder + "/src/").code()).isZero();
    assertThat(folder.resolve("src/Tiny.java")).isRegularFile();
  }

  @Test
  void givesTheSameBytesForTheSameInput() throws IOException {
    run(model, "-o", folder.resolve("a/Net.java"));
    run(model, "-o", folder.resolve("b/Net.java"));
    assertThat(folder.resolve("a/Net.java")).hasSameBinaryContentAs(folder.resolve("b/Net.java"));
  }

  @Test
  void definesAParameterOfTheModel() {
    Result result = run(model, "--define", "classes=5", "-o", folder, "--report");
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains("3 labels for an output of [5]");
  }

  @Test
  void reportsTheBill() {
    Result result = run(model, "-o", folder, "--report");
    assertThat(result.out())
        .contains("path", "operator", "conv1", "conv2d 1x1 + relu", "[3, 4, 4]", "fc", "linear")
        .containsPattern("total +27 ")
        .contains("arena");
  }

  @Test
  void dumpsTheIrAfterEveryPass() throws IOException {
    Path dump = folder.resolve("dump");
    assertThat(run(model, "-o", folder, "--dump-ir", dump).code()).isZero();
    try (Stream<Path> files = Files.list(dump)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .startsWith("00-built.ir", "01-eliminate-dead-nodes.ir")
          .anyMatch(name -> name.matches("\\d\\d-fold-batch-norm.ir"))
          .last()
          .asString()
          .matches("\\d\\d-program.txt");
    }
    assertThat(dump.resolve("00-built.ir")).content().startsWith("graph Tiny {");
  }

  @Test
  void keepsToBudgets() {
    for (String budget :
        new String[] {"--max-arena-bytes", "--max-weight-bytes", "--max-multiply-adds"}) {
      Result result = run(model, "-o", folder, budget, "10");
      assertThat(result.code()).isOne();
      assertThat(result.err()).contains("over budget: the network needs", budget + " is 10");
      assertThat(folder.resolve("Tiny.java")).doesNotExist();
      assertThat(run(model, "-o", folder, budget, "1000000").code()).isZero();
      assertThat(folder.resolve("Tiny.java").toFile().delete()).isTrue();
    }
  }

  @Test
  void printsDiagnosticsAndLeavesNoFile() throws IOException {
    Path faulty = write("faulty.rn", TINY.replace("relu", "rleu").replace("linear(", "lineer("));
    Result result = run(faulty, "-o", folder.resolve("out/Net.java"));
    assertThat(result.code()).isOne();
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(faulty + ":3:61: error: ", "'rleu'", "did you mean 'relu'?", "'lineer'")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysWhatIsWrongWithFiles() throws IOException {
    Path missing = folder.resolve("none.rn");
    assertUserError("there is no such file", missing, "-o", folder);
    assertUserError("it is a folder", folder, "-o", folder);
    Path file = write("file", "");
    assertUserError("file: ", model, "-o", file.resolve("Net.java"));
    assertUserError("is a file, where a folder is needed", model, "-o", folder, "--dump-ir", file);
  }

  private static void assertUserError(String message, Object... arguments) {
    Result result = run(arguments);
    assertThat(result.err()).contains(message).doesNotContain("\tat ", "Exception");
    assertThat(result.code()).isOne();
  }
}
