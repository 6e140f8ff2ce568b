package io.resnetc.ir.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.testing.RandomGraphs;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a text, with line and column. */
class IrParserErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rele %0 | 3:8: no operator is called 'rele'",
        "relu %1 | 3:13: %1 is not defined before this",
        "relu %0, clamp = [0, 1] | 3:8: relu has no attribute 'clamp'",
        "subsample %0 | 3:8: subsample needs 'stride'",
        "subsample %0, stride = 1.5 | 3:8: subsample needs a 32-bit integer for 'stride'",
        "subsample %0, stride = @a[1] | 3:8: subsample needs an integer for 'stride'",
        "subsample %0, stride = 2, stride = 2 | 3:34: 'stride' is given twice",
        "subsample %0, stride = 0 | 3:8: stride must be at least 1, not 0",
        "subsample %0, stride = two | 3:31: expected a value, found 'two'",
        "relu %0 : [0] | 3:18: a dimension must be at least 1: [0]",
        "relu %0 : [99999999999] | 3:19: 99999999999 is not a 32-bit integer",
        "relu %0, %0 | 3:8: relu takes 1 operand, not 2",
        "add %0, %0, relu, clamp = [0, 6] | 3:8: add needs one of 'relu' and 'clamp = [low, high]'",
        "max_pool %0, kernel = [1, 2, 3] | 3:8: max_pool needs one or two numbers for 'kernel'",
        "batch_norm %0, bn = @a[3] | 3:8: batch_norm needs a batch norm for 'bn'",
        "linear %0, weight = fold(@w[2, 3], @b[3] eps 0) | 3:32: a batch norm of 3 channels does"
            + " not fold into [2, 3]",
        "linear %0, weight = fold(@w[2, 3], @b[2]) | 3:43: expected a batch norm, which ends in"
            + " its eps",
        "relu %0 @ x.rn:1 | 4:3: expected ':', found 'r'",
        "relu %0 ? | 3:16: expected a value or 'return', found '?'",
      })
  void operations(String operation, String message) {
    String text =
        "graph T {\n  %0 = input x : [3, 4, 4]\n  %1 = " + operation + "\n  return %1\n}\n";
    assertThatThrownBy(() -> IrParser.parse(text))
        .isInstanceOf(IrSyntaxException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model T | 1:1: expected 'graph', found 'm'",
        "graph T { | 1:10: expected a value or 'return', found the end of the text",
        "graph T { return %0 } | 1:18: %0 is not defined before this",
        "graph T { %1 = input x : [1] return %1 } | 1:11: values are numbered in order: this is %0",
        "graph T { %0 = input x : [1] return %0 } x | 1:42: expected the end of the text, found 'x'",
        "graph \"T { | 1:7: the string does not end",
        "graph \"\\q\" { | 1:7: the string has an unknown escape",
      })
  void files(String text, String message) {
    assertThatThrownBy(() -> IrParser.parse(text))
        .isInstanceOf(IrSyntaxException.class)
        .hasMessage(message);
  }

  /** Whatever a slip of the hand does to a text, the answer is a graph or a place and a reason. */
  @Test
  void slipsOfTheHand() {
    Random random = new Random(1);
    for (long seed = 0; seed < 2000; seed++) {
      StringBuilder text = new StringBuilder(Printer.print(RandomGraphs.optimized(seed % 100)));
      int position = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(position);
        case 1 -> text.setCharAt(position, text.charAt(random.nextInt(text.length())));
        default -> text.setLength(position);
      }
      try {
        IrParser.parse(text.toString());
      } catch (IrSyntaxException e) {
        assertThat(e).hasMessageStartingWith(e.line() + ":" + e.column() + ": ");
      }
    }
  }
}
