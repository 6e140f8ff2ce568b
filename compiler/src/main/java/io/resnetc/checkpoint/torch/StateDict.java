package io.resnetc.checkpoint.torch;

import io.resnetc.checkpoint.pickle.Printable;
import io.resnetc.runtime.weights.WeightsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds a network's tensors in what a checkpoint holds: a state_dict itself, or one in a dictionary
 * beside the epoch, the optimizer's state and whatever else a training script saves.
 *
 * @param path the keys that lead to it, joined by dots; empty for the checkpoint itself
 * @param others the keys in it that hold no tensor
 */
record StateDict(String path, Map<String, TensorRef> tensors, List<String> others) {
  /** What training scripts call it, the most explicit first. */
  private static final List<String> USUAL_NAMES =
      List.of("state_dict", "model_state_dict", "model_state", "model", "net", "weights", "params");

  /** How deep a dictionary within dictionaries is looked for. */
  private static final int MAX_DEPTH = 4;

  /**
   * Finds the one state_dict.
   *
   * @throws WeightsException when there is none, or several that could be meant
   */
  static StateDict find(Object checkpoint) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<String, Map<?, ?>> level = new LinkedHashMap<>();
    if (checkpoint instanceof Map<?, ?> root) {
      level.put("", root);
    }
    for (int depth = 0; depth < MAX_DEPTH && !level.isEmpty(); depth++) {
      Map<String, Map<?, ?>> next = new LinkedHashMap<>();
      level.forEach((path, map) -> children(path, map, seen, next));
      Map<String, Map<?, ?>> usual = new LinkedHashMap<>(next);
      usual.keySet().removeIf(path -> !USUAL_NAMES.contains(lastKey(path)));
      List<StateDict> found = withTensors(usual);
      found = found.isEmpty() ? withTensors(level) : found.subList(0, 1);
      if (!found.isEmpty()) {
        return only(found);
      }
      level = usual.isEmpty() ? next : usual;
    }
    throw new WeightsException("it holds no dictionary of tensors");
  }

  private static void children(
      String path, Map<?, ?> map, Set<Object> seen, Map<String, Map<?, ?>> next) {
    map.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> child && seen.add(child)) {
            next.put(path.isEmpty() ? key.toString() : path + "." + key, child);
          }
        });
  }

  /** Those that hold tensors themselves, in the order of the usual names. */
  private static List<StateDict> withTensors(Map<String, Map<?, ?>> maps) {
    List<StateDict> result = new ArrayList<>();
    maps.forEach((path, map) -> result.add(of(path, map)));
    result.removeIf(dict -> dict.tensors.isEmpty());
    result.sort((a, b) -> Integer.compare(rank(a.path), rank(b.path)));
    return result;
  }

  private static int rank(String path) {
    return USUAL_NAMES.indexOf(lastKey(path));
  }

  private static StateDict only(List<StateDict> found) {
    if (found.size() > 1) {
      throw new WeightsException(
          "it holds several dictionaries of tensors, and none has a usual name such as"
              + " 'state_dict': "
              + found.stream()
                  .limit(10)
                  .map(dict -> "'" + Printable.of(dict.path) + "'")
                  .collect(Collectors.joining(", ")));
    }
    return found.get(0);
  }

  private static StateDict of(String path, Map<?, ?> map) {
    Map<String, TensorRef> tensors = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          if (key instanceof String name && value instanceof TensorRef tensor) {
            tensors.put(name, tensor);
          } else {
            others.add(key.toString());
          }
        });
    return new StateDict(path, tensors, others);
  }

  private static String lastKey(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
