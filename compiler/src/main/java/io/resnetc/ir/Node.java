package io.resnetc.ir;

import io.resnetc.ir.op.Op;
import io.resnetc.ir.op.Shape;
import java.util.List;

/**
 * One value of the graph and the operation that makes it (SSA: a value is made once).
 *
 * @param id the value's number, equal to the node's position in {@link Graph#nodes()}
 * @param op what is computed, with its attributes and parameters
 * @param operands ids of earlier nodes
 * @param shape the value's shape, always {@code op.infer(operand shapes)}
 * @param origin where in the source it came from
 */
public record Node(int id, Op op, List<Integer> operands, Shape shape, Origin origin) {
  public Node {
    operands = List.copyOf(operands);
  }
}
