package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.driver.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest extends CommandLineTest {
  @Test
  void tellsItsVersion() {
    assertThat(run("--version"))
        .isEqualTo(new Result(0, "resnetc %s%n".formatted(Version.TEXT), ""));
    assertThat(Version.TEXT).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "dump", "summary"})
  void everyCommandHasAHelpOfItsOwn(String command) {
    Result result = run(command, "--help");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("Usage: resnetc " + command + " MODEL.rn")
        .contains("--model");
  }

  @Test
  void theHelpShowsExamplesAndExitCodes() {
    assertThat(run("--help").out())
        .contains("Examples:", "resnetc run", "resnetc dump", "resnetc summary", "--report", "70");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'which model? Name its file, MODEL.rn'",
    "'%s', 'where to? Name the file to write: -o Generated.java'",
    "'%s -o', 'Missing required parameter'",
    "'%s -o Net.txt', 'such as ResNet18.java; ''Net.txt'' is not'",
    "'%s -o my-net.java', '''my-net.java'' is not'",
    "'%s -o class.java', '''class.java'' is not'",
    "'%s -o Net.java --package a..b', '''a..b'' is not a Java package'",
    "'%s -o Net.java --define classes', 'KEY=VALUE'",
    "'%s -o Net.java --repotr', 'Unknown option: ''--repotr'''",
    "'%s second.rn -o Net.java', 'Unmatched argument'",
    "'%s -o Net.java --max-arena-bytes much', 'Invalid value'",
    "'run %s --image x.png', 'Missing required option: ''--weights'",
    "'run %s --weights w', '--image'",
    "'run %s --weights w --image x.png --input x.npy', 'mutually exclusive'",
    "'run %s --weights w --input x.npy --threads 0', '--threads takes a number from 1'",
    "'run %s --weights w --input x.npy --top 0', '--top takes a number from 1'",
    "'run --weights w --input x.npy', 'which model?'",
    "'dump %s --after built --all x', 'mutually exclusive'",
    "'dump %s --format xml', 'expected one of [TEXT, DOT, JSON]'",
    "'summary', 'which model?'",
  })
  void wrongUsageIsExitCodeTwo(String command, String message) {
    String[] words = command.isEmpty() ? new String[0] : command.formatted(model).split(" ");
    Result result = run((Object[]) words);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message).contains("--help'.");
    assertThat(folder).isDirectoryContaining(model::equals);
  }
}
