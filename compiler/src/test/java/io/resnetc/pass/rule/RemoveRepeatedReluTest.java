package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveRepeatedReluTest {
  private final Rule rule = new RemoveRepeatedRelu();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity %1",
        "max_pool %1, kernel = 3, padding = 1",
        "max_pool %1, kernel = 2, dilation = 2",
        "avg_pool %1, kernel = 3, padding = 1",
        "global_avg_pool %1",
        "subsample %1, stride = 2",
        "channel_pad %1, before = 1, after = 2",
        "flatten %1",
      })
  void removesItBehindWhatKeepsTheSign(String between) {
    String start =
        """
        %%0 = input image : [3, 4, 4]
        %%1 = relu %%0
        %%2 = %s
        """
            .formatted(between);
    assertThatRule(rule)
        .rewrites(
            start
                + """
                %3 = relu %2
                return %3
                """,
            start + "return %2\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add %0, %0, relu",
        "conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, relu",
        "conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, clamp = [1, 6]",
        "scale_shift %0, scale = scale(@bn[3] eps 0.1), shift = shift(@bn[3] eps 0.1), relu",
        "relu %0",
      })
  void removesItBehindAnActivation(String producer) {
    String start =
        """
        %%0 = input image : [3, 4, 4]
        %%1 = %s
        """
            .formatted(producer);
    assertThatRule(rule)
        .rewrites(
            start
                + """
                %2 = relu %1
                %3 = add %1, %2
                return %3
                """,
            start
                + """
                %2 = add %1, %1
                return %2
                """);
  }

  @Test
  void removesItBehindASoftmax() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input vector : [5]
            %1 = softmax %0
            %2 = relu %1
            return %2
            """,
            """
            %0 = input vector : [5]
            %1 = softmax %0
            return %1
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_pool %0, kernel = 2",
        "add %0, %0",
        "conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, clamp = [-1, 6]",
        "batch_norm %0, bn = @bn[3] eps 0.1",
      })
  void leavesItBehindWhatMayBeNegative(String producer) {
    assertThatRule(rule)
        .leaves(
            """
            %%0 = input image : [3, 4, 4]
            %%1 = %s
            %%2 = relu %%1
            return %%2
            """
                .formatted(producer));
  }

  @Test
  void leavesItBehindAMaxPoolThatMayHaveEmptyWindows() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 1, 1]
            %1 = relu %0
            %2 = max_pool %1, kernel = 2, padding = 1, dilation = 2
            %3 = relu %2
            return %3
            """);
  }
}
