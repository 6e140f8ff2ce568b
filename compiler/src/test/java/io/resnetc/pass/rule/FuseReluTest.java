package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuseReluTest {
  private final Rule rule = new FuseRelu();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv2d %0, weight = @c.weight[4, 3, 3, 3], kernel = 3",
        "conv2d %0, %0, weight = @c.weight[3, 3, 1, 1], bias = @c.bias[3], kernel = 1",
        "add %0, %0",
        "scale_shift %0, scale = scale(@n[3] eps 0.1), shift = shift(@n[3] eps 0.1)",
      })
  void clampsInTheEpilogue(String producer) {
    assertThatRule(rule)
        .rewrites(
            """
            %%0 = input image : [3, 5, 5]
            %%1 = %s
            %%2 = relu %%1
            %%3 = flatten %%2
            return %%3
            """
                .formatted(producer),
            """
            %%0 = input image : [3, 5, 5]
            %%1 = %s, relu
            %%2 = flatten %%1
            return %%2
            """
                .formatted(producer));
  }

  @Test
  void clampsInALinearLayer() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input vector : [5]
            %1 = linear %0, weight = @a.weight[4, 5], bias = @a.bias[4]
            %2 = relu %1
            return %2
            """,
            """
            %0 = input vector : [5]
            %1 = linear %0, weight = @a.weight[4, 5], bias = @a.bias[4], relu
            return %1
            """);
  }

  @Test
  void mayHaveManyUsersItself() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = relu %1
            %3 = conv2d %2, weight = @d.weight[3, 3, 1, 1], kernel = 1
            %4 = add %3, %2
            return %4
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, relu
            %2 = conv2d %1, weight = @d.weight[3, 3, 1, 1], kernel = 1
            %3 = add %2, %1
            return %3
            """);
  }

  @Test
  void leavesAValueWithAnotherUser() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = relu %1
            %3 = add %1, %2
            return %3
            """);
  }

  @Test
  void leavesAnotherActivation() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, clamp = [-1, 6]
            %2 = relu %1
            return %2
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_pool %0, kernel = 2", "batch_norm %0, bn = @n[3] eps 0.1"})
  void leavesOperatorsWithoutAnEpilogue(String producer) {
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
  void leavesAReluOfTheInput() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 4, 4]
            %1 = relu %0
            return %1
            """);
  }
}
