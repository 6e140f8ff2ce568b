package io.resnetc.emit;

import io.resnetc.lower.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * One block instance of the network, or a stretch of the model's own layers: what becomes one
 * method. Its items stand in the order in which they run.
 */
final class Block {
  /** A part of a block: a step of its own, or a block within it. */
  sealed interface Item {}

  /** A step of the block's own. */
  record Own(Step step) implements Item {}

  /** A block within the block. */
  record Inner(Block block) implements Item {}

  private final String path;
  private final String name;
  private final List<Item> items = new ArrayList<>();

  Block(String path, String name) {
    this.path = path;
    this.name = name;
  }

  /** The instance's path, {@code layer1.0}; for the model's own layers what they are called. */
  String path() {
    return path;
  }

  /** What it is an instance of, {@code Basic}; empty for the model's own layers. */
  String name() {
    return name;
  }

  List<Item> items() {
    return items;
  }

  void add(Item item) {
    items.add(item);
  }

  /** The steps of the block's own, without those of blocks within it. */
  List<Step> ownSteps() {
    return items.stream().filter(Own.class::isInstance).map(item -> ((Own) item).step()).toList();
  }

  /** Whether any of its own steps needs an operator. */
  boolean makesOperators() {
    return ownSteps().stream().anyMatch(Step::computes);
  }
}
