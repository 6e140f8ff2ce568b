package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentFileTest {
  @Test
  void quotesWhatJavaWouldTakeApart() {
    assertThat(ArgumentFile.of(List.of("-cp", "a b.jar", "C:\\x", "say \"it\"")))
        .isEqualTo("-cp\n\"a b.jar\"\n\"C:\\\\x\"\n\"say \\\"it\\\"\"\n");
  }
}
