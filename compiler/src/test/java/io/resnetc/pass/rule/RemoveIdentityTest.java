package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveIdentityTest {
  private final Rule rule = new RemoveIdentity();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity %1",
        "subsample %1, stride = 1",
        "channel_pad %1, before = 0, after = 0",
        "max_pool %1, kernel = 1",
        "max_pool %1, kernel = 1, ceil",
        "avg_pool %1, kernel = 1",
        "avg_pool %1, kernel = 1, count_include_pad = false",
      })
  void removesWhatHandsItsOperandOn(String operation) {
    assertThatRule(rule)
        .rewrites(
            """
            %%0 = input image : [3, 4, 5]
            %%1 = relu %%0
            %%2 = %s
            %%3 = add %%2, %%0
            return %%3
            """
                .formatted(operation),
            """
            %0 = input image : [3, 4, 5]
            %1 = relu %0
            %2 = add %1, %0
            return %2
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global_avg_pool %0",
        "subsample %0, stride = 2",
        "max_pool %0, kernel = 1, stride = 2"
      })
  void removesWhatHasOnlyOnePixelToTake(String operation) {
    assertThatRule(rule)
        .rewrites(
            """
            %%0 = input image : [3, 1, 1]
            %%1 = %s
            %%2 = flatten %%1
            return %%2
            """
                .formatted(operation),
            """
            %0 = input image : [3, 1, 1]
            %1 = flatten %0
            return %1
            """);
  }

  @Test
  void removesAChainThatIsTheResult() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 2, 2]
            %1 = flatten %0
            %2 = flatten %1
            %3 = identity %2
            return %3
            """,
            """
            %0 = input image : [3, 2, 2]
            %1 = flatten %0
            return %1
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flatten %0",
        "subsample %0, stride = 2",
        "channel_pad %0, before = 0, after = 1",
        "max_pool %0, kernel = 1, stride = 2",
        "max_pool %0, kernel = [3, 1], padding = [1, 0]",
        "max_pool %0, kernel = 3, padding = 1",
        "avg_pool %0, kernel = 3, padding = 1",
        "global_avg_pool %0",
        "relu %0",
      })
  void leavesWhatMayChangeAnElement(String operation) {
    assertThatRule(rule)
        .leaves(
            """
            %%0 = input image : [3, 4, 5]
            %%1 = %s
            return %%1
            """
                .formatted(operation));
  }

  @Test
  void leavesAFlattenOfOnePixel() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 1, 1]
            %1 = flatten %0
            return %1
            """);
  }
}
