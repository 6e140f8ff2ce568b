package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;

class MoveReluBeforeMaxPoolTest {
  private final Rule rule = new MoveReluBeforeMaxPool();

  @Test
  void movesToTheConvolutionThatCanTakeIt() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 8, 8]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1 @ "c" net.rn:1:1
            %2 = max_pool %1, kernel = 3, stride = 2, padding = 1 @ "pool" net.rn:2:1
            %3 = relu %2 @ "relu" net.rn:3:1
            return %3
            """,
            """
            %0 = input image : [3, 8, 8]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1 @ "c" net.rn:1:1
            %2 = relu %1 @ "relu" net.rn:3:1
            %3 = max_pool %2, kernel = 3, stride = 2, padding = 1 @ "pool" net.rn:2:1
            return %3
            """);
  }

  @Test
  void leavesAPoolThatMayHaveEmptyWindows() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 8, 1]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1
            %2 = max_pool %1, kernel = 2, padding = 1, dilation = 2
            %3 = relu %2
            return %3
            """);
  }

  @Test
  void leavesAPoolWithAnotherUser() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 8, 8]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1
            %2 = max_pool %1, kernel = 2
            %3 = relu %2
            %4 = add %2, %3
            return %4
            """);
  }

  @Test
  void leavesAConvolutionWithAnotherUser() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 8, 8]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1
            %2 = max_pool %1, kernel = 3, padding = 1
            %3 = relu %2
            %4 = add %1, %3
            return %4
            """);
  }

  @Test
  void leavesAProducerThatCannotTakeIt() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 8, 8]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1, clamp = [-1, 1]
            %2 = max_pool %1, kernel = 2
            %3 = relu %2
            return %3
            """)
        .leaves(
            """
            %0 = input image : [3, 8, 8]
            %1 = max_pool %0, kernel = 2
            %2 = relu %1
            return %2
            """);
  }
}
