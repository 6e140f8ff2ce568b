package io.resnetc.lower;

import io.resnetc.ir.Node;
import io.resnetc.ir.op.Conv2d;
import java.util.List;

/**
 * One kernel call: it reads the buffers of its node's operands and writes the buffer of its node.
 *
 * @param node what it computes
 * @param algorithm how
 * @param overwritable the operands, by position, in whose place the result may be written while it
 *     is computed, should nobody need that operand afterwards; the best first
 */
public record Step(Node node, Algorithm algorithm, List<Integer> overwritable) {
  public Step {
    overwritable = List.copyOf(overwritable);
  }

  /** How a bill names the algorithm. */
  public String algorithmText() {
    return algorithm.text(node.op() instanceof Conv2d conv ? Phases.of(conv.window()).taps() : 1);
  }

  /** Whether an operator computes it: not the input, and not a value that is already there. */
  public boolean computes() {
    return algorithm != Algorithm.LAYOUT && algorithm != Algorithm.ALIAS;
  }
}
