package io.resnetc.ir;

import io.resnetc.diag.Place;

/**
 * Where a node came from.
 *
 * @param block the path of the block instance that made it, {@code layer1.0}; empty for the model
 *     itself
 * @param blockName the block's name in the source, {@code Basic}; empty for the model itself
 * @param label the node's own label in that block, {@code conv1}; empty when it has none
 * @param place the source place of the call
 */
public record Origin(String block, String blockName, String label, Place place) {
  public static final Origin NONE = new Origin("", "", "", Place.NONE);

  /** The path of block and label together, {@code layer1.0.conv1}: PyTorch's module path. */
  public String path() {
    return block.isEmpty() ? label : label.isEmpty() ? block : block + "." + label;
  }
}
