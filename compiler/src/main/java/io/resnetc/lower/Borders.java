package io.resnetc.lower;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.Conv2d;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The border of every value: the largest that a convolution reading it needs. A convolution's
 * result and its residual get the same one, so that the sum can be stored over the residual.
 */
final class Borders {
  private final Graph graph;
  private final List<Border> borders;

  private Borders(Graph graph) {
    this.graph = graph;
    this.borders = new ArrayList<>(Collections.nCopies(graph.nodes().size(), Border.NONE));
  }

  /** The borders, by the values' ids. */
  static List<Border> of(Graph graph) {
    Borders result = new Borders(graph);
    result.widenInputs();
    result.widenResiduals();
    return result.borders;
  }

  private void widenInputs() {
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Conv2d conv) {
        int x = node.operands().get(0);
        widen(x, Border.neededBy(conv, graph.node(x).shape(), node.shape()));
      }
    }
  }

  /** Residuals form chains through a stage, so until nothing changes. */
  private void widenResiduals() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node node : graph.nodes()) {
        if (node.op() instanceof Conv2d && node.operands().size() == 2) {
          int residual = node.operands().get(1);
          changed |= widen(residual, borders.get(node.id()));
          changed |= widen(node.id(), borders.get(residual));
        }
      }
    }
  }

  private boolean widen(int value, Border needed) {
    Border wider = borders.get(value).union(needed);
    boolean changed = !wider.equals(borders.get(value));
    borders.set(value, wider);
    return changed;
  }
}
