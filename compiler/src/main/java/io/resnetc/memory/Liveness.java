package io.resnetc.memory;

import io.resnetc.ir.Node;
import io.resnetc.lower.Algorithm;
import io.resnetc.lower.Program;
import io.resnetc.lower.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which values need memory of their own, and from which step to which. A value shares its operand's
 * memory when its step only gives it another shape, or when it may be computed in place because the
 * operand is read there for the last time.
 */
final class Liveness {
  private final Program program;
  private final int[] root;
  private final int[] lastRead;

  private Liveness(Program program) {
    this.program = program;
    int values = program.steps().size();
    root = new int[values];
    lastRead = new int[values];
  }

  /** The allocations, by their first value. */
  static List<Allocation> of(Program program) {
    Liveness liveness = new Liveness(program);
    liveness.readAliases();
    liveness.readLastUses();
    liveness.shareInPlace();
    return liveness.allocations();
  }

  private void readAliases() {
    for (Step step : program.steps()) {
      int value = step.node().id();
      boolean alias = step.algorithm() == Algorithm.ALIAS;
      root[value] = alias ? root[step.node().operands().get(0)] : value;
    }
  }

  private void readLastUses() {
    for (Step step : program.steps()) {
      Node node = step.node();
      lastRead[root[node.id()]] = node.id();
      for (int operand : node.operands()) {
        lastRead[root[operand]] = node.id();
      }
    }
    lastRead[root[program.graph().output()]] = program.steps().size();
  }

  private void shareInPlace() {
    for (Step step : program.steps()) {
      if (root[step.node().id()] == step.node().id()) {
        step.overwritable().stream()
            .map(position -> root[step.node().operands().get(position)])
            .filter(owner -> canOverwrite(step, owner))
            .findFirst()
            .ifPresent(owner -> share(step.node().id(), owner));
      }
    }
  }

  private boolean canOverwrite(Step step, int owner) {
    int value = step.node().id();
    boolean lastUse = lastRead[owner] == value;
    boolean sameLayout = program.buffers().get(owner).sameLayout(program.buffers().get(value));
    return lastUse && sameLayout && !readElsewhere(step, owner);
  }

  /** What is read all over, such as a convolution's input, must not be what is written. */
  private boolean readElsewhere(Step step, int owner) {
    List<Integer> operands = step.node().operands();
    return IntStream.range(0, operands.size())
        .filter(position -> root[operands.get(position)] == owner)
        .anyMatch(position -> !step.overwritable().contains(position));
  }

  private void share(int value, int owner) {
    lastRead[owner] = lastRead[value];
    redirect(value, owner);
  }

  private void redirect(int from, int to) {
    for (int value = from; value < root.length; value++) {
      if (root[value] == from) {
        root[value] = to;
      }
    }
  }

  private List<Allocation> allocations() {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int value = 0; value < root.length; value++) {
      members.computeIfAbsent(root[value], owner -> new ArrayList<>()).add(value);
    }
    List<Allocation> allocations = new ArrayList<>();
    members.forEach(
        (owner, values) ->
            allocations.add(
                new Allocation(
                    values, program.buffers().get(owner).floats(), owner, lastRead[owner])));
    return allocations;
  }
}
