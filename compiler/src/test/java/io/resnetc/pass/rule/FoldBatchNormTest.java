package io.resnetc.pass.rule;

import static io.resnetc.pass.PassAssert.assertThatRule;

import org.junit.jupiter.api.Test;

class FoldBatchNormTest {
  private final Rule rule = new FoldBatchNorm();

  @Test
  void foldsIntoAConvolution() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @conv1.weight[8, 3, 3, 3], kernel = 3, stride = 2, padding = 1
            %2 = batch_norm %1, bn = @bn1[8] eps 1e-05
            %3 = relu %2
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = fold(@conv1.weight[8, 3, 3, 3], @bn1[8] eps 1e-05), bias = shift(@bn1[8] eps 1e-05), kernel = 3, stride = 2, padding = 1
            %2 = relu %1
            return %2
            """);
  }

  @Test
  void foldsTheBiasOfAGroupedConvolution() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [4, 5, 5]
            %1 = conv2d %0, weight = @c.weight[8, 2, 1, 1], bias = @c.bias[8], kernel = 1, groups = 2
            %2 = batch_norm %1, bn = @bn[8] eps 0.001
            return %2
            """,
            """
            %0 = input image : [4, 5, 5]
            %1 = conv2d %0, weight = fold(@c.weight[8, 2, 1, 1], @bn[8] eps 0.001), bias = fold_bias(@c.bias[8], @bn[8] eps 0.001), kernel = 1, groups = 2
            return %1
            """);
  }

  @Test
  void foldsIntoALinearLayer() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input vector : [6]
            %1 = linear %0, weight = @a.weight[4, 6], bias = @a.bias[4]
            %2 = batch_norm %1, bn = @n[4] eps 1e-05
            %3 = linear %2, weight = @b.weight[3, 4]
            %4 = batch_norm %3, bn = @m[3] eps 1e-05
            return %4
            """,
            """
            %0 = input vector : [6]
            %1 = linear %0, weight = fold(@a.weight[4, 6], @n[4] eps 1e-05), bias = fold_bias(@a.bias[4], @n[4] eps 1e-05)
            %2 = linear %1, weight = fold(@b.weight[3, 4], @m[3] eps 1e-05), bias = shift(@m[3] eps 1e-05)
            return %2
            """);
  }

  @Test
  void foldsOneInsideTheOther() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1
            %2 = batch_norm %1, bn = @n[4] eps 1e-05
            %3 = batch_norm %2, bn = @m[4] eps 0.1
            return %3
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = fold(fold(@c.weight[4, 3, 1, 1], @n[4] eps 1e-05), @m[4] eps 0.1), bias = fold_bias(shift(@n[4] eps 1e-05), @m[4] eps 0.1), kernel = 1
            return %1
            """);
  }

  @Test
  void keepsTheConvolutionsOrigin() {
    assertThatRule(rule)
        .rewrites(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @l.c.weight[4, 3, 1, 1], kernel = 1 @ "c" in Block "l" net.rn:3:4
            %2 = batch_norm %1, bn = @l.n[4] eps 1e-05 @ "n" in Block "l" net.rn:3:40
            return %2
            """,
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = fold(@l.c.weight[4, 3, 1, 1], @l.n[4] eps 1e-05), bias = shift(@l.n[4] eps 1e-05), kernel = 1 @ "c" in Block "l" net.rn:3:4
            return %1
            """);
  }

  @Test
  void leavesAConvolutionWithAnotherUser() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[4, 3, 1, 1], kernel = 1
            %2 = batch_norm %1, bn = @n[4] eps 1e-05
            %3 = add %1, %2
            return %3
            """);
  }

  @Test
  void leavesAConvolutionWithAResidual() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = batch_norm %1, bn = @n[3] eps 1e-05
            return %2
            """);
  }

  @Test
  void leavesAConvolutionWithAnActivation() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1, relu
            %2 = batch_norm %1, bn = @n[3] eps 1e-05
            return %2
            """);
  }

  @Test
  void leavesALinearLayerWithAnActivation() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input vector : [5]
            %1 = linear %0, weight = @l.weight[3, 5], relu
            %2 = batch_norm %1, bn = @n[3] eps 1e-05
            return %2
            """);
  }

  @Test
  void leavesABatchNormBehindAnythingElse() {
    assertThatRule(rule)
        .leaves(
            """
            %0 = input image : [3, 5, 5]
            %1 = conv2d %0, weight = @c.weight[3, 3, 1, 1], kernel = 1
            %2 = add %1, %0
            %3 = batch_norm %2, bn = @n[3] eps 1e-05
            return %3
            """);
  }
}
