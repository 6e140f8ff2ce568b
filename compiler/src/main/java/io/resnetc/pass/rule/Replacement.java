package io.resnetc.pass.rule;

import io.resnetc.ir.Origin;
import io.resnetc.ir.op.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a node's place: an earlier value, or a chain of new nodes, each computed from the
 * one before it. New nodes stand where the replaced node stood, so their operands precede them.
 *
 * @param operands what the first link takes, or the one value itself when there is no link; values
 *     of the graph that the rule saw, earlier than the replaced node
 * @param chain the new nodes; the last one's value is the replacement
 */
public record Replacement(List<Integer> operands, List<Link> chain) {

  /** One new node. */
  public record Link(Op op, Origin origin) {}

  public Replacement {
    operands = List.copyOf(operands);
    chain = List.copyOf(chain);
    if (chain.isEmpty() && operands.size() != 1) {
      throw new IllegalArgumentException("a replacement is one value, not " + operands);
    }
  }

  /** The value {@code id}, which is there already. */
  public static Replacement value(int id) {
    return new Replacement(List.of(id), List.of());
  }

  /** One new node. */
  public static Replacement node(Op op, List<Integer> operands, Origin origin) {
    return new Replacement(operands, List.of(new Link(op, origin)));
  }

  /** This replacement with one more node on top of it. */
  public Replacement then(Op op, Origin origin) {
    List<Link> longer = new ArrayList<>(chain);
    longer.add(new Link(op, origin));
    return new Replacement(operands, longer);
  }
}
