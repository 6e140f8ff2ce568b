package io.resnetc.pass;

import io.resnetc.ir.Graph;
import io.resnetc.ir.GraphBuilder;
import io.resnetc.ir.Node;
import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Shape;
import java.util.List;

/**
 * A graph made from another node by node, in order. It knows which new value stands for each old
 * one, so that callers speak of operands by their old numbers; the new numbers are dense.
 */
final class GraphCopy {
  private final Graph source;
  private final GraphBuilder target;
  private final int[] renumbered;

  GraphCopy(Graph source) {
    this.source = source;
    this.target = new GraphBuilder(source.name());
    this.renumbered = new int[source.nodes().size()];
  }

  /** Takes {@code node} over as it is. */
  void keep(Node node) {
    replace(node, add(node.op(), operands(node.operands()), node.origin()));
  }

  /** Lets the users of {@code node} use the new value {@code id} in its place. */
  void replace(Node node, int id) {
    renumbered[node.id()] = id;
  }

  /** Appends a node that is not in the source; {@code operands} are new numbers. */
  int add(Op op, List<Integer> operands, Origin origin) {
    return target.add(op, operands, origin);
  }

  /** The new numbers of the old values {@code operands}. */
  List<Integer> operands(List<Integer> operands) {
    return operands.stream().map(id -> renumbered[id]).toList();
  }

  /** The shape of a new value. */
  Shape shape(int id) {
    return target.shape(id);
  }

  Graph build() {
    return target.build(renumbered[source.output()]);
  }
}
