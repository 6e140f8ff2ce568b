package io.resnetc.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import io.resnetc.ir.text.Printer;
import org.junit.jupiter.api.Test;

/** What the passes do together, and what their order is for. */
class PassesTest {
  @Test
  void everyPassHasANameAndAPurpose() {
    assertThat(Passes.ALL).extracting(Pass::name).doesNotHaveDuplicates();
    assertThat(Passes.ALL)
        .allSatisfy(pass -> assertThat(pass.name()).matches("[a-z]+(-[a-z]+)*"))
        .allSatisfy(pass -> assertThat(pass.purpose()).isNotBlank());
  }

  @Test
  void aBlockWithAProjectionBecomesItsConvolutions() {
    assertPassesMake(
        """
        %0 = input image : [4, 6, 6]
        %1 = conv2d %0, weight = @c1.weight[8, 4, 3, 3], kernel = 3, stride = 2, padding = 1
        %2 = batch_norm %1, bn = @b1[8] eps 1e-05
        %3 = relu %2
        %4 = conv2d %3, weight = @c2.weight[8, 8, 3, 3], kernel = 3, padding = 1
        %5 = batch_norm %4, bn = @b2[8] eps 1e-05
        %6 = conv2d %0, weight = @s0.weight[8, 4, 1, 1], kernel = 1, stride = 2
        %7 = batch_norm %6, bn = @s1[8] eps 1e-05
        %8 = add %5, %7
        %9 = relu %8
        return %9
        """,
        """
        %0 = input image : [4, 6, 6]
        %1 = conv2d %0, weight = fold(@c1.weight[8, 4, 3, 3], @b1[8] eps 1e-05), bias = shift(@b1[8] eps 1e-05), kernel = 3, stride = 2, padding = 1, relu
        %2 = conv2d %1, weight = fold(@c2.weight[8, 8, 3, 3], @b2[8] eps 1e-05), bias = shift(@b2[8] eps 1e-05), kernel = 3, padding = 1
        %3 = conv2d %0, %2, weight = fold(@s0.weight[8, 4, 1, 1], @s1[8] eps 1e-05), bias = shift(@s1[8] eps 1e-05), kernel = 1, stride = 2, relu
        return %3
        """);
  }

  @Test
  void aPreActivationBlockKeepsTheBatchNormOfTheSum() {
    assertPassesMake(
        """
        %0 = input image : [4, 6, 6]
        %1 = batch_norm %0, bn = @b1[4] eps 1e-05
        %2 = relu %1
        %3 = conv2d %2, weight = @c1.weight[4, 4, 1, 1], kernel = 1
        %4 = batch_norm %3, bn = @b2[4] eps 1e-05
        %5 = relu %4
        %6 = conv2d %5, weight = @c2.weight[4, 4, 1, 1], kernel = 1
        %7 = add %6, %0
        %8 = batch_norm %7, bn = @b3[4] eps 1e-05
        %9 = relu %8
        return %9
        """,
        """
        %0 = input image : [4, 6, 6]
        %1 = scale_shift %0, scale = scale(@b1[4] eps 1e-05), shift = shift(@b1[4] eps 1e-05), relu
        %2 = conv2d %1, weight = fold(@c1.weight[4, 4, 1, 1], @b2[4] eps 1e-05), bias = shift(@b2[4] eps 1e-05), kernel = 1, relu
        %3 = conv2d %2, %0, weight = @c2.weight[4, 4, 1, 1], kernel = 1
        %4 = scale_shift %3, scale = scale(@b3[4] eps 1e-05), shift = shift(@b3[4] eps 1e-05), relu
        return %4
        """);
  }

  @Test
  void anUnusedNameDoesNotKeepAConvolutionFromBeingFused() {
    assertPassesMake(
        """
        %0 = input image : [4, 6, 6]
        %1 = conv2d %0, weight = @c.weight[4, 4, 1, 1], kernel = 1
        %2 = flatten %1
        %3 = relu %1
        return %3
        """,
        """
        %0 = input image : [4, 6, 6]
        %1 = conv2d %0, weight = @c.weight[4, 4, 1, 1], kernel = 1, relu
        return %1
        """);
  }

  @Test
  void twoEqualUsersDoNotKeepAConvolutionFromBeingFused() {
    assertPassesMake(
        """
        %0 = input image : [4, 6, 6]
        %1 = conv2d %0, weight = @c.weight[4, 4, 1, 1], kernel = 1
        %2 = identity %1
        %3 = relu %1
        %4 = relu %2
        %5 = add %3, %4
        return %5
        """,
        """
        %0 = input image : [4, 6, 6]
        %1 = conv2d %0, weight = @c.weight[4, 4, 1, 1], kernel = 1, relu
        %2 = add %1, %1
        return %2
        """);
  }

  private static void assertPassesMake(String before, String after) {
    Graph actual = Pipeline.standard().run(graph(before), new InterpreterCheck());
    assertThat(Printer.print(actual)).isEqualTo(Printer.print(graph(after)));
  }

  private static Graph graph(String body) {
    return IrParser.parse("graph test {\n" + body + "}\n");
  }
}
