package io.resnetc.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.SourceFile;
import io.resnetc.ir.Graph;
import io.resnetc.ir.op.ParamExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences, loops and choices make the paths that PyTorch's modules have. */
class SequenceTest {
  private static final String BLOCKS =
      """
      block Unit(n) { return input -> c: conv(n, 1) -> relu }
      block Pair(n) { return input -> sequence { conv(n, 1) -> relu } }
      block Open(n) { return input -> a: conv(n, 1) -> 0: conv(n, 1) }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f: sequence { conv(4, 1) -> relu -> conv(4, 1) }                  | f.0 f.2",
        "sequence { conv(4, 1) -> conv(4, 1) }                             | 0 1",
        "f: sequence { relu -> Unit(4) -> conv(4, 1) }                     | f.1.c f.2",
        "f: sequence { relu -> 2 x Unit(4) -> conv(4, 1) }                 | f.1.c f.2.c f.3",
        "f: sequence { relu -> s: 2 x Unit(4) -> conv(4, 1) }              | f.s.0.c f.s.1.c f.1",
        "f: sequence { norm0: relu -> conv(4, 1) }                         | f.0",
        "f: sequence { sequence { relu -> conv(4, 1) } -> conv(4, 1) }     | f.0.1 f.1",
        "f: 2 x sequence { relu -> conv(4, 1) }                            | f.0.1 f.1.1",
        "f: sequence { relu -> 2 x sequence { conv(4, 1) } }               | f.1.0 f.2.0",
        "f: Pair(4) -> g: 2 x Pair(4)                                      | f.0 g.0.0 g.1.0",
        "f: sequence { Pair(4) -> Pair(4) }                                | f.0.0 f.1.0",
        "f: sequence { Open(4) }                                           | f.0.a f.0.0",
        "f: sequence { for n in [1, 2] { conv(n, 1) -> relu } -> Unit(4) } | f.0 f.2 f.4.c",
        "for n in [1, 2] { s{n}: conv(n, 1) }                              | s1 s2",
        "for [i, n] in [[1, 2], [3, 1]] { s.{i}-{n}: n x Unit(n) }         | s.1-2.0.c s.1-2.1.c s.3-1.0.c",
        "for v in [4, \"M\"] { if v == \"M\" { max_pool(2) } else { c: conv(v, 1) } } | c",
        "f: sequence { if false { relu } -> conv(4, 1) }                   | f.0",
        "f: sequence { if true { relu } -> conv(4, 1) }                    | f.1",
        "for s in [\"3a\", \"b\"] { m = s inception{m}x.0: conv(4, 1) } | inception3ax.0 inceptionbx.0",
        "for i in range(1, 3) { for j in range(i, 3) { l{i}{j}: conv(4, 1) } }   | l11 l12 l22",
        "sequence: conv(4, 1) -> for.in.if: conv(4, 1)                     | sequence for.in.if",
        "f: sequence { for i in [] { relu } -> conv(4, 1) }                | f.0",
      })
  void childrenHaveTheirPaths(String steps, String paths) {
    assertThat(weights("x -> " + steps)).containsExactly(paths.split(" "));
  }

  /** What flows through an argument is not in the sequence. */
  @Test
  void argumentsAreOutsideTheSequence() {
    String join = "block Join(other) { return input + other }\n";
    String result = "x -> f: sequence { Join(x -> relu) -> conv(4, 1) }";
    assertThat(weights(join, result)).containsExactly("f.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2, 3][1] + [[1, 5]][0][1]           | 7",
        "length([1] + [2, 3])                    | 3",
        "length(range(2, 7)) + length(range(1, 1)) | 5",
        "if 1 == \"a\" { 1 } else { 2 }        | 2",
      })
  void listsHaveTheirValue(String expression, int value) {
    Graph graph = graph("", "n = " + expression + "\n x -> c: conv(n, 1)");
    assertThat(graph.node(graph.output()).shape().channels()).isEqualTo(value);
  }

  @Test
  void listsOfTensorsGrow() {
    Graph graph = graph("", "y = [x] + [-x, x]\n concat(y)");
    assertThat(graph.node(graph.output()).shape().channels()).isEqualTo(9);
  }

  private static List<String> weights(String result) {
    return weights("", result);
  }

  private static List<String> weights(String blocks, String result) {
    return graph(blocks, result).nodes().stream()
        .flatMap(node -> node.op().params().stream())
        .flatMap(ParamExpr::leaves)
        .map(leaf -> leaf.name().replace(".weight", ""))
        .toList();
  }

  private static Graph graph(String blocks, String body) {
    String text = BLOCKS + blocks + "model M { input x [3, 16, 16] " + body + " }";
    DiagnosticLog log = new DiagnosticLog();
    Optional<Graph> graph =
        FrontEnd.read(new SourceFile("test.rn", text), log)
            .flatMap(frontEnd -> frontEnd.bind(Optional.empty(), Map.of(), log));
    assertThat(log.toString()).isEmpty();
    return graph.orElseThrow();
  }
}
