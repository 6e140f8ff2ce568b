package io.resnetc.emit;

import io.resnetc.ir.Origin;
import io.resnetc.lower.Step;
import io.resnetc.memory.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Groups a program's steps by the block instances that they came from. The model's own layers are
 * called {@code stem} before the first block, {@code head} after the last, {@code neck} between.
 */
final class BlockTree {
  /** Keeps a method of a long network without blocks far below the JVM's 64 KiB. */
  private static final int MOST_OWN_STEPS = 100;

  private final List<List<Block>> parts = new ArrayList<>();
  private final Deque<Block> open = new ArrayDeque<>();
  private List<Block> roots;

  private BlockTree() {}

  /** The methods that {@code forward} calls, in order, for each part of the network. */
  static List<List<Block>> of(List<Step> steps, List<Part> parts) {
    List<Integer> firsts = parts.stream().map(Part::first).toList();
    BlockTree tree = new BlockTree();
    for (int i = 0; i < steps.size(); i++) {
      if (firsts.contains(i)) {
        tree.beginPart();
      }
      boolean lastBlockPassed =
          steps.subList(i, steps.size()).stream()
              .allMatch(step -> step.node().origin().block().isEmpty());
      // The input is no method's: the part that it begins lays it into the arena.
      if (i > 0) {
        tree.add(steps.get(i), lastBlockPassed);
      }
    }
    return tree.parts;
  }

  /** A block that is cut becomes a method in either part. */
  private void beginPart() {
    roots = new ArrayList<>();
    parts.add(roots);
    open.clear();
  }

  private void add(Step step, boolean lastBlockPassed) {
    Origin origin = step.node().origin();
    if (origin.block().isEmpty()) {
      modelsOwn(lastBlockPassed).add(new Block.Own(step));
      return;
    }
    while (!open.isEmpty() && !isWithin(origin.block(), open.peek())) {
      open.pop();
    }
    if (open.isEmpty() || !open.peek().path().equals(origin.block())) {
      Block block = new Block(origin.block(), origin.blockName());
      if (open.isEmpty()) {
        roots.add(block);
      } else {
        open.peek().add(new Block.Inner(block));
      }
      open.push(block);
    }
    open.peek().add(new Block.Own(step));
  }

  private static boolean isWithin(String path, Block block) {
    return !block.name().isEmpty()
        && (path.equals(block.path()) || path.startsWith(block.path() + "."));
  }

  private Block modelsOwn(boolean lastBlockPassed) {
    open.clear();
    Block last = roots.isEmpty() ? null : roots.get(roots.size() - 1);
    boolean continues =
        last != null && last.name().isEmpty() && last.items().size() < MOST_OWN_STEPS;
    if (continues) {
      return last;
    }
    Block block = new Block(isFirst() ? "stem" : lastBlockPassed ? "head" : "neck", "");
    roots.add(block);
    return block;
  }

  private boolean isFirst() {
    return parts.stream().allMatch(List::isEmpty);
  }
}
