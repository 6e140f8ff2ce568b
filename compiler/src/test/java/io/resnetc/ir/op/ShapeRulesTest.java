package io.resnetc.ir.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import io.resnetc.ir.text.IrSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operator's shape rule: what it infers, and what it refuses. */
class ShapeRulesTest {
  /** Infers the shape of {@code operation} on a value {@code %0} of the given shape. */
  private static Shape infer(String input, String operation) {
    Graph graph =
        IrParser.parse("graph T { %0 = input x : " + input + " %1 = " + operation + " return %1 }");
    return graph.node(1).shape();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[3, 4, 5] | add %0, %0 | [3, 4, 5]",
        "[7] | add %0, %0 | [7]",
        "[3, 8, 9] | avg_pool %0, kernel = 4, stride = 2 | [3, 3, 3]",
        "[3, 8, 9] | avg_pool %0, kernel = 4, stride = 2, ceil | [3, 3, 4]",
        "[3, 4, 5] | batch_norm %0, bn = @b[3] eps 0 | [3, 4, 5]",
        "[3] | batch_norm %0, bn = @b[3] eps 0 | [3]",
        "[3, 4, 5] | channel_pad %0, before = 1, after = 2 | [6, 4, 5]",
        "[4, 9, 8] | conv2d %0, weight = @w[6, 4, 3, 3], kernel = 3 | [6, 7, 6]",
        "[4, 9, 8] | conv2d %0, weight = @w[6, 2, 3, 1], kernel = [3, 1], stride = 2, padding = 1,"
            + " groups = 2 | [6, 5, 5]",
        "[4, 9, 8] | conv2d %0, %0, weight = @w[4, 1, 1, 1], kernel = 1, groups = 4 | [4, 9, 8]",
        "[3, 4, 5] | flatten %0 | [60]",
        "[3] | flatten %0 | [3]",
        "[3, 4, 5] | global_avg_pool %0 | [3, 1, 1]",
        "[3, 4, 5] | identity %0 | [3, 4, 5]",
        "[5] | linear %0, weight = @w[2, 5], bias = @b[2] | [2]",
        "[64, 112, 112] | max_pool %0, kernel = 3, stride = 2, padding = 1 | [64, 56, 56]",
        "[3, 9, 9] | max_pool %0, kernel = 2, dilation = 4 | [3, 5, 5]",
        "[3, 4, 5] | relu %0 | [3, 4, 5]",
        "[3, 4, 5] | scale_shift %0, scale = @a[3], shift = @b[3] | [3, 4, 5]",
        "[5] | softmax %0 | [5]",
        "[3, 2, 4] | log_softmax %0 | [3, 2, 4]",
        "[3, 4, 5] | subsample %0, stride = 2 | [3, 2, 3]",
        "[3, 4, 5] | subsample %0, stride = 9 | [3, 1, 1]",
      })
  void infers(String input, String operation, String shape) {
    assertThat(infer(input, operation)).hasToString(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[3] | add %0 | add takes 2 operands, not 1",
        "[3] | avg_pool %0, kernel = 1 | avg_pool needs a feature map, not the vector [3]",
        "[3, 4, 4] | avg_pool %0, kernel = 5 | the kernel spans 5 rows, but the padded input has"
            + " only 4",
        "[3, 4, 4] | avg_pool %0, kernel = [1, 5] | the kernel spans 5 columns, but the padded"
            + " input has only 4",
        "[3, 4, 4] | avg_pool %0, kernel = 3, padding = 3 | padding of 3 rows is not less than"
            + " the 3 that the window spans",
        "[3, 4, 4] | avg_pool %0, kernel = 2, dilation = 2 | avg_pool has no dilation",
        "[3, 4, 4] | batch_norm %0, bn = @b[4] eps 0 | batch_norm of 4 channels given [3, 4, 4]",
        "[3] | channel_pad %0, before = 1, after = 1 | channel_pad needs a feature map, not the"
            + " vector [3]",
        "[3, 1, 1] | channel_pad %0, before = -1, after = 1 | channels to add must not be negative",
        "[3, 1, 1] | channel_pad %0, before = 2147483647, after = 1 | the result has more than"
            + " 2^31 - 1 channels",
        "[3] | conv2d %0, weight = @w[1, 3, 1, 1], kernel = 1 | conv2d needs a feature map, not"
            + " the vector [3]",
        "[3, 4, 4] | conv2d %0, weight = @w[2, 4, 1, 1], kernel = 1 | conv2d of [3, 4, 4] needs a"
            + " weight [2, 3, 1, 1], not [2, 4, 1, 1]",
        "[3, 4, 4] | conv2d %0, weight = @w[2, 3], kernel = 1 | a weight of conv2d has 4"
            + " dimensions, not [2, 3]",
        "[3, 4, 4] | conv2d %0, weight = @w[2, 3, 1, 1], bias = @b[3], kernel = 1 | conv2d of 2"
            + " channels with a bias [3]",
        "[3, 4, 4] | conv2d %0, weight = @w[4, 1, 1, 1], kernel = 1, groups = 2 | 2 groups do not"
            + " divide 3 input and 4 output channels",
        "[3, 4, 4] | conv2d %0, weight = @w[4, 3, 1, 1], kernel = 1, groups = 0 | groups must be"
            + " at least 1, not 0",
        "[3, 4, 4] | conv2d %0, %0, weight = @w[4, 3, 1, 1], kernel = 1 | conv2d makes [4, 4, 4],"
            + " but the residual is [3, 4, 4]",
        "[3] | flatten %0, %0 | flatten takes 1 operand, not 2",
        "[3] | global_avg_pool %0 | global_avg_pool needs a feature map, not the vector [3]",
        "[3] | identity %0, %0 | identity takes 1 operand, not 2",
        "[3, 1, 1] | linear %0, weight = @w[2, 3] | linear needs a vector, not the feature map"
            + " [3, 1, 1]",
        "[3] | linear %0, weight = @w[2, 4] | linear with a weight [2, 4] given [3]",
        "[3] | linear %0, weight = @w[2, 3], bias = @b[3] | linear with a weight [2, 3] and a bias"
            + " [3]",
        "[3] | max_pool %0, kernel = 1 | max_pool needs a feature map, not the vector [3]",
        "[3, 4, 4] | max_pool %0, kernel = 2, padding = [0, 0, 0, 2] | padding of 2 columns is not"
            + " less than the 2 that the window spans",
        "[3, 4, 4] | max_pool %0, kernel = 0 | kernel, stride and dilation must be at least 1",
        "[3, 4, 4] | max_pool %0, kernel = 2, padding = -1 | padding must not be negative",
        "[3] | relu %0, %0 | relu takes 1 operand, not 2",
        "[3] | scale_shift %0, scale = @a[3], shift = @b[4] | scale_shift of [3] and [4] given [3]",
        "[3] | subsample %0, stride = 2 | subsample needs a feature map, not the vector [3]",
      })
  void refuses(String input, String operation, String message) {
    assertThatThrownBy(() -> infer(input, operation))
        .isInstanceOf(IrSyntaxException.class)
        .message()
        .endsWith(": " + message);
  }
}
