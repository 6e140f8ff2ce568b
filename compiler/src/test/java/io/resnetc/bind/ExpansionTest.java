package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.SourceFile;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Activation;
import io.resnetc.ir.op.AvgPool;
import io.resnetc.ir.op.Binary;
import io.resnetc.ir.op.BinaryFunction;
import io.resnetc.ir.op.Conv2d;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.op.MaxPool;
import io.resnetc.ir.op.Padding;
import io.resnetc.ir.op.ParamExpr;
import io.resnetc.ir.op.ScaleShift;
import io.resnetc.ir.op.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the constructs of the language mean. */
class ExpansionTest {
  private static final String UNIT =
      "block Unit(n, k = 1) { return input -> conv: conv(n, k) -> relu }\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x -> a: Unit(4)                     | a.conv",
        "x -> Unit(4)                        | conv",
        "x -> a: 1 x Unit(4)                 | a.0.conv",
        "x -> a: 2 x Unit(4)                 | a.0.conv a.1.conv",
        "x -> 2 x Unit(4)                    | 0.conv 1.conv",
        "x -> a.b.0: Unit(4)                 | a.b.0.conv",
        "x -> a: 2 x conv(4, 1)              | a.0 a.1",
        "x -> 0: conv(4, 1) -> 1: conv(4, 1) | 0 1",
        "x -> a: (1 + 1) x Unit(4)           | a.0.conv a.1.conv",
      })
  void labelsMakePaths(String result, String paths) {
    assertThat(convolutions(result)).containsExactly(paths.split(" "));
  }

  @Test
  void thenGivesAValueForEachRepetition() {
    Graph graph = graph("x -> a: 4 x Unit(4 then 8, k = 3 then 2 then 1)");
    List<String> made =
        graph.nodes().stream()
            .filter(node -> node.op() instanceof Conv2d)
            .map(node -> ((Conv2d) node.op()).window().kernelHeight() + " " + node.shape())
            .toList();
    assertThat(made)
        .containsExactly("3 [4, 14, 14]", "2 [8, 13, 13]", "1 [8, 13, 13]", "1 [8, 13, 13]");
  }

  @Test
  void nodesKnowWhereTheyCameFrom() {
    Graph graph = graph("x -> a: Unit(4)");
    Node conv = graph.node(1);
    assertThat(conv.origin().block()).isEqualTo("a");
    assertThat(conv.origin().blockName()).isEqualTo("Unit");
    assertThat(conv.origin().label()).isEqualTo("conv");
    assertThat(conv.origin().place()).hasToString("test.rn:1:40");
    assertThat(graph.node(2).origin().path()).isEqualTo("a");
    Origin input = graph.node(0).origin();
    assertThat(input.path()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 / 7                        | 1",
        "(8 - 2) / 6 * 5              | 5",
        "-7 % 4 + 4                   | 1",
        "floor(7 / 2)                 | 3",
        "ceil(7 / 2) + ceil(3)        | 7",
        "round(2.5) + round(3.5)      | 6",
        "make_divisible(32 * 1.4, 8)  | 48",
        "make_divisible(83, 8)        | 80",
        "make_divisible(12, 8)        | 16",
        "make_divisible(10, 8)        | 16",
        "make_divisible(1, 8)         | 8",
        "min(3, 9) + max(2, 1)        | 5",
        "if 1 < 2 and not 2 == 3 { 4 } else { 5 }                    | 4",
        "if 1.0 == 1 or 1 / 0 > 0 { y = 6 y } else { 5 }             | 6",
        "if false { 1 } else if channels(x) == 3 { 2 } else { 3 }    | 2",
        "height(x) * width(x) + channels(x -> flatten)               | 1024",
        "if \"a\" == \"a\" and true != false { 1 } else { 2 }        | 1",
      })
  void expressionsHaveTheirValue(String expression, int value) {
    Graph graph = graph("n = " + expression + "\n x -> c: conv(n, 1)");
    assertThat(graph.node(graph.output()).shape().channels()).isEqualTo(value);
  }

  @Test
  void windowsTakeSidesApart() {
    assertThat(
            last("x -> c: conv(4, [3, 5], stride = [1, 2], padding = [1, 2], dilation = [2, 1])"))
        .isInstanceOfSatisfying(
            Conv2d.class,
            conv ->
                assertThat(conv.window())
                    .isEqualTo(new Window(3, 5, 1, 2, new Padding(1, 2, 1, 2), 2, 1)));
    assertThat(last("x -> max_pool(4, padding = [0, 1, 2, 2], ceil = true)"))
        .isEqualTo(new MaxPool(new Window(4, 4, 4, 4, new Padding(0, 1, 2, 2), 1, 1), true));
    assertThat(last("x -> adaptive_avg_pool([4, 2])"))
        .isEqualTo(new AvgPool(new Window(4, 8, 4, 8, Padding.NONE, 1, 1), false, true));
    assertThat(last("x -> adaptive_avg_pool(16)")).isInstanceOf(Identity.class);
    assertThat(last("x -> avg_pool(3, 1, 1, count_include_pad = false)"))
        .isEqualTo(new AvgPool(Window.square(3, 1, 1), false, false));
  }

  @Test
  void aResultMayBeginWithAParenthesis() {
    Graph graph = graph("y = x -> relu\n (y + x) -> relu");
    assertThat(graph.nodes()).hasSize(4);
  }

  @Test
  void onlyTheChosenBranchIsPartOfTheNetwork() {
    assertThat(convolutions("if true { x -> a: conv(4, 1) } else { x -> b: conv(4, 1) }"))
        .containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({
    "x * 3, 3, 0",
    "2 * x, 2, 0",
    "x / 4, 0.25, 0",
    "x + 1, 1, 1",
    "x - 0.5, 1, -0.5",
    "1 - x, -1, 1"
  })
  void numbersScaleAndShiftTensors(String expression, double scale, double shift) {
    assertThat(last(expression))
        .isEqualTo(
            new ScaleShift(
                new ParamExpr.Fill(scale, List.of(3)),
                new ParamExpr.Fill(shift, List.of(3)),
                Activation.NONE));
  }

  @Test
  void operatorsBetweenTensorsAreElementwise() {
    assertThat(last("x * (x -> global_avg_pool -> sigmoid)"))
        .isEqualTo(new Binary(BinaryFunction.MULTIPLY));
  }

  private static List<String> convolutions(String body) {
    return graph(body).nodes().stream()
        .filter(node -> node.op() instanceof Conv2d)
        .map(node -> node.origin().path())
        .toList();
  }

  private static Object last(String body) {
    Graph graph = graph(body);
    return graph.node(graph.output()).op();
  }

  private static Graph graph(String body) {
    DiagnosticLog log = new DiagnosticLog();
    String text = UNIT + "model M { input x [3, 16, 16]\n" + body + "\n}";
    Optional<Graph> graph =
        FrontEnd.read(new SourceFile("test.rn", text), log)
            .flatMap(frontEnd -> frontEnd.bind(Optional.empty(), Map.of(), log));
    assertThat(log.toString()).isEmpty();
    return graph.orElseThrow();
  }
}
