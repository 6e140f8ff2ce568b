package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DumpCommandTest extends CommandLineTest {
  @Test
  void printsTheLastGraph() {
    Result result = run("dump", model);
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("graph Tiny {")
        .contains("relu")
        .doesNotContain("batch_norm");
  }

  @Test
  void printsTheGraphAfterAPass() {
    assertThat(run("dump", model, "--after", "built").out()).contains("batch_norm");
    assertThat(run("dump", model, "--after", "fold-batch-norm").out())
        .contains("fold(", "= relu")
        .doesNotContain("batch_norm");
  }

  @Test
  void knowsTheNamesOfPasses() {
    Result result = run("dump", model, "--after", "fold-batchnorm");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("unknown pass 'fold-batchnorm'; did you mean 'fold-batch-norm'?")
        .contains("The passes are built, ");
  }

  @Test
  void writesOtherFormats() {
    assertThat(run("dump", model, "--format", "dot").out()).startsWith("digraph");
    assertThat(JsonParser.parseString(run("dump", model, "--format", "json").out()).isJsonObject())
        .isTrue();
  }

  @Test
  void writesAllGraphsIntoAFolder() {
    Path all = folder.resolve("a/b");
    Result result = run("dump", model, "--all", all, "--format", "json");
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(all + ": ");
    assertThat(all.resolve("00-built.json")).isRegularFile();
    assertThat(all.resolve("01-eliminate-dead-nodes.json")).isRegularFile();
  }
}
