package io.resnetc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.SourceFile;
import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes graphs to source text and back. */
public final class SourceText {
  private SourceText() {}

  /** Checks that a graph's source text binds to the same graph. */
  public static void assertBindsAgain(Graph graph) {
    String text = SourceWriter.print(graph);
    DiagnosticLog log = new DiagnosticLog();
    Optional<Graph> bound =
        FrontEnd.read(new SourceFile("printed.rn", text), log)
            .flatMap(front -> front.bind(Optional.empty(), Map.of(), log));
    assertThat(log.toString()).as(text).isEmpty();
    assertThat(canonical(bound.orElseThrow())).as(text).isEqualTo(canonical(graph));
  }

  /** The operators in the order in which the output needs them, with their operands' places. */
  private static List<String> canonical(Graph graph) {
    List<String> lines = new ArrayList<>();
    place(graph, graph.output(), new HashMap<>(), lines);
    return lines;
  }

  private static int place(Graph graph, int id, Map<Integer, Integer> places, List<String> lines) {
    if (!places.containsKey(id)) {
      Node node = graph.node(id);
      List<Integer> operands =
          node.operands().stream().map(operand -> place(graph, operand, places, lines)).toList();
      Op op = node.op();
      lines.add("%s %s : %s".formatted(op, operands, node.shape()));
      places.put(id, places.size());
    }
    return places.get(id);
  }
}
