package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;

class FuseResidualAddTest {
  private final Rule rule = new FuseResidualAdd();

  @Test
  void addsTheShortcutInTheEpilogue() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 3, 3], bias = @c.bias[3], kernel = 3, padding = 1
            %2 = add %1, %0
            return %2
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, %0, weight = @c.weight[3, 3, 3, 3], bias = @c.bias[3], kernel = 3, padding = 1
            return %1
            """);
  }

  @Test
  void takesTheConvolutionOnEitherSideAndTheAddsActivation() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = relu %0
            %2 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %3 = add %1, %2, relu
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = relu %0
            %2 = conv2d %0, %1, weight = @c.weight[3, 3, 1, 1], kernel = 1, relu
            return %2
            """);
  }

  @Test
  void takesTheLaterOfTwoConvolutions() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 6, 6]
            %1 = conv2d %0, weight = @main.weight[4, 3, 3, 3], kernel = 3, stride = 2, padding = 1
            %2 = conv2d %0, weight = @skip.weight[4, 3, 1, 1], kernel = 1, stride = 2
            %3 = add %1, %2
            return %3
            """,
            """
            %0 = input image : [3, 6, 6]
            %1 = conv2d %0, weight = @main.weight[4, 3, 3, 3], kernel = 3, stride = 2, padding = 1
            %2 = conv2d %0, %1, weight = @skip.weight[4, 3, 1, 1], kernel = 1, stride = 2
            return %2
            """);
  }

  @Test
  void waitsForAShortcutThatIsMadeLater() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 6, 6]
            %1 = conv2d %0, weight = @main.weight[5, 3, 3, 3], kernel = 3, stride = 2, padding = 1
            %2 = subsample %0, stride = 2
            %3 = channel_pad %2, before = 1, after = 1
            %4 = add %1, %3
            return %4
            """,
            """
            %0 = input image : [3, 6, 6]
            %1 = subsample %0, stride = 2
            %2 = channel_pad %1, before = 1, after = 1
            %3 = conv2d %0, %2, weight = @main.weight[5, 3, 3, 3], kernel = 3, stride = 2, padding = 1
            return %3
            """);
  }

  @Test
  void takesTheEarlierWhenTheLaterCannot() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @a.weight[3, 3, 1, 1], kernel = 1
            %2 = conv2d %0, weight = @b.weight[3, 3, 1, 1], kernel = 1, relu
            %3 = add %1, %2
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @b.weight[3, 3, 1, 1], kernel = 1, relu
            %2 = conv2d %0, %1, weight = @a.weight[3, 3, 1, 1], kernel = 1
            return %2
            """);
  }

  @Test
  void fusesOneAddOfAChain() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = add %1, %0
            %3 = add %2, %0
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = add %1, %0
            return %2
            """);
  }

  @Test
  void leavesASumOfAValueWithItself() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = add %1, %1
            return %2
            """);
  }

  @Test
  void leavesAConvolutionThatTheOtherOperandNeeds() {
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
  void leavesAConvolutionWithAnActivation() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, relu
            %2 = add %1, %0
            return %2
            """);
  }

  @Test
  void leavesAConvolutionWithAResidual() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = add %1, %0
            return %2
            """);
  }

  @Test
  void leavesOtherOperators() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input vector : [3]
            %1 = linear %0, weight = @c.weight[3, 3]
            %2 = add %1, %0
            return %2
            """);
  }
}
