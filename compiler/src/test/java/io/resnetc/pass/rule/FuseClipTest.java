package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;

class FuseClipTest {
  private final Rule rule = new FuseClip();

  @Test
  void clampsInTheEpilogue() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[4, 3, 3, 3], kernel = 3
            %2 = clip %1, low = 0, high = 6
            return %2
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[4, 3, 3, 3], kernel = 3, clamp = [0, 6]
            return %1
            """);
  }

  @Test
  void leavesAValueWithAnotherUser() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = clip %1, low = 0, high = 6
            %3 = add %1, %2
            return %3
            """);
  }

  @Test
  void leavesAnotherActivationAndOtherFunctions() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, relu
            %2 = clip %1, low = -1, high = 6
            %3 = conv2d %2, weight = @d.weight[3, 3, 1, 1], kernel = 1
            %4 = sigmoid %3
            return %4
            """);
  }
}
