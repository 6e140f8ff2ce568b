package io.resnetc.checkpoint.torch;

import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.WeightsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final int MAX_NAMED = 10;

  /** A dictionary somewhere in a checkpoint; the root has neither parent nor key. */
  private record Place(Place parent, Object key, Map<?, ?> contents) {
    String path() {
      return parent == null || parent.parent == null
          ? String.valueOf(key)
          : parent.path() + "." + key;
    }

    /** Where its key stands among the usual names, or -1. */
    int rank() {
      return USUAL_NAMES.indexOf(key);
    }
  }

  /**
   * Finds the one state_dict: level by level, and within a level by its usual names.
   *
   * @throws WeightsException when there is none, or several that could be meant
   */
  static StateDict find(Object checkpoint) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Place> level =
        checkpoint instanceof Map<?, ?> root ? List.of(new Place(null, "", root)) : List.of();
    for (int depth = 0; depth < MAX_DEPTH && !level.isEmpty(); depth++) {
      List<Place> next = children(level, seen);
      List<Place> usual =
          next.stream()
              .filter(place -> place.rank() >= 0)
              .sorted(Comparator.comparingInt(Place::rank))
              .toList();
      Optional<Place> named = withTensors(usual).stream().findFirst();
      List<Place> found = named.map(List::of).orElse(withTensors(level));
      if (!found.isEmpty()) {
        return only(found);
      }
      level = usual.isEmpty() ? next : usual;
    }
    throw new WeightsException("it holds no dictionary of tensors");
  }

  private static List<Place> children(List<Place> level, Set<Object> seen) {
    List<Place> result = new ArrayList<>();
    for (Place place : level) {
      place.contents.forEach(
          (key, value) -> {
            if (value instanceof Map<?, ?> child && seen.add(child)) {
              result.add(new Place(place, key, child));
            }
          });
    }
    return result;
  }

  private static List<Place> withTensors(List<Place> places) {
    return places.stream()
        .filter(place -> place.contents.values().stream().anyMatch(TensorRef.class::isInstance))
        .toList();
  }

  private static StateDict only(List<Place> found) {
    if (found.size() > 1) {
      throw new WeightsException(
          "it holds several dictionaries of tensors, and none has a usual name such as"
              + " 'state_dict': "
              + found.stream()
                  .limit(MAX_NAMED)
                  .map(place -> "'" + Printable.of(place.path()) + "'")
                  .collect(Collectors.joining(", ")));
    }
    return of(found.get(0));
  }

  private static StateDict of(Place place) {
    Map<String, TensorRef> tensors = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    place.contents.forEach(
        (key, value) -> {
          if (value instanceof TensorRef tensor) {
            tensors.put(key.toString(), tensor);
          } else {
            others.add(key.toString());
          }
        });
    return new StateDict(place.path(), tensors, others);
  }
}
