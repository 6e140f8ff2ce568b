package io.resnetc.checkpoint.torch;

import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.WeightsException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state_dict with its storages read.
 *
 * @param path of the dictionary that holds it in the file; empty for the file's own
 * @param tensors by name, in the state_dict's order
 * @param others what else is in the state_dict, and no tensor, by name
 */
public record TorchCheckpoint(String path, Map<String, TensorSource> tensors, List<String> others) {
  /** Real checkpoints have no more than a few elements that are shared or repeated by strides. */
  private static final int MAX_EXPANSION = 4;

  private static final long ALWAYS_ALLOWED = 1 << 26;

  /**
   * Checks that the tensors together are not much larger than their storages.
   *
   * @throws WeightsException when strides make a small file into a large network
   */
  static void checkExpansion(StateDict dict) {
    Map<String, Long> storages = new HashMap<>();
    double tensors = 0;
    for (TensorRef tensor : dict.tensors().values()) {
      storages.put(tensor.storage().key(), tensor.storage().bytes());
      tensors += tensor.bytes();
    }
    double stored = storages.values().stream().mapToDouble(bytes -> bytes).sum();
    if (tensors > ALWAYS_ALLOWED + MAX_EXPANSION * stored) {
      throw new WeightsException(
          "its tensors have %.0f bytes, but only %.0f are stored: no checkpoint shares that many"
              .formatted(tensors, stored));
    }
  }

  /** Joins tensors with the bytes of their storages. */
  static TorchCheckpoint of(StateDict dict, Map<String, byte[]> storages, ByteOrder order) {
    Map<String, TensorSource> tensors = new LinkedHashMap<>();
    dict.tensors()
        .forEach(
            (name, ref) ->
                tensors.put(
                    name, new StridedTensor(ref, storages.get(ref.storage().key()), order)));
    return new TorchCheckpoint(dict.path(), tensors, dict.others());
  }
}
