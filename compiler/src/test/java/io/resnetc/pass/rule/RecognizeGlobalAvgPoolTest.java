package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizeGlobalAvgPoolTest {
  private final Rule rule = new RecognizeGlobalAvgPool();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel = [4, 6]",
        "kernel = [4, 6], stride = 2, ceil",
        "kernel = [4, 6], count_include_pad = false"
      })
  void firesWhenTheOneWindowIsTheMap(String window) {
    assertThatRule(rule)
        .rewrites(
            """
            %%0 = input image : [3, 4, 6]
            %%1 = avg_pool %%0, %s @ "pool" net.rn:7:3
            return %%1
            """
                .formatted(window),
            """
            %0 = input image : [3, 4, 6]
            %1 = global_avg_pool %0 @ "pool" net.rn:7:3
            return %1
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel = 4",
        "kernel = [4, 5]",
        "kernel = [4, 6], padding = 1",
        "kernel = [4, 6], padding = [0, 0, 1, 0]",
      })
  void leavesOtherWindows(String window) {
    assertThatRule(rule)
        .leaves(
            """
            %%0 = input image : [3, 4, 6]
            %%1 = avg_pool %%0, %s
            return %%1
            """
                .formatted(window));
  }

  @Test
  void leavesAMaxPool() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 4, 4]
            %1 = max_pool %0, kernel = 4
            return %1
            """);
  }
}
