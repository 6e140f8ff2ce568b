package io.resnetc.checkpoint;

import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.NearestName;
import io.resnetc.runtime.weights.TensorSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a checkpoint and a network's parameters fit each other.
 *
 * @param states of the checkpoint's tensors, by name in its order
 * @param missing what the network needs and the checkpoint has not, by name with a hint
 */
public record Fit(Map<String, State> states, Map<String, Missing> missing) {
  /** What PyTorch's batch norm counts while it trains; no network asks for it. */
  private static final String TRAINING_COUNTER = "num_batches_tracked";

  /** What becomes of a tensor. */
  public enum Outcome {
    BINDS,
    NOT_NEEDED,
    UNFIT,
    LEFT_OVER
  }

  /**
   * What becomes of a tensor and why.
   *
   * @param detail what to say of it; empty where there is nothing to say
   */
  public record State(Outcome outcome, String detail) {}

  /**
   * A parameter that the checkpoint has not.
   *
   * @param nearest the left-over tensor that it may be called there
   */
  public record Missing(List<Integer> dims, Optional<String> nearest) {}

  /** Whether a network can be loaded from the checkpoint. */
  public boolean isComplete() {
    return missing.isEmpty() && count(Outcome.UNFIT) == 0 && count(Outcome.LEFT_OVER) == 0;
  }

  /** How many tensors have this outcome. */
  public long count(Outcome outcome) {
    return states.values().stream().filter(state -> state.outcome == outcome).count();
  }

  /**
   * Compares.
   *
   * @param parameters the network's, by name with their dimensions
   */
  public static Fit of(Map<String, List<Integer>> parameters, Checkpoint checkpoint) {
    Map<String, List<Integer>> absent = new LinkedHashMap<>(parameters);
    absent.keySet().removeAll(checkpoint.tensors().keySet());
    Map<String, List<Integer>> extra = new LinkedHashMap<>();
    checkpoint
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (!parameters.containsKey(name) && !name.endsWith(TRAINING_COUNTER)) {
                extra.put(name, tensor.dims());
              }
            });
    NearestName nearestAbsent = new NearestName(absent);
    Map<String, State> states = new LinkedHashMap<>();
    checkpoint
        .tensors()
        .forEach(
            (name, tensor) ->
                states.put(name, state(name, tensor, parameters.get(name), nearestAbsent)));
    NearestName nearestExtra = new NearestName(extra);
    Map<String, Missing> missing = new LinkedHashMap<>();
    absent.forEach(
        (name, dims) -> missing.put(name, new Missing(dims, nearestExtra.to(name, dims))));
    return new Fit(states, missing);
  }

  private static State state(
      String name, TensorSource tensor, List<Integer> wanted, NearestName absent) {
    if (wanted == null) {
      return name.endsWith(TRAINING_COUNTER)
          ? new State(Outcome.NOT_NEEDED, "")
          : new State(Outcome.LEFT_OVER, absent.to(name, tensor.dims()).map(Fit::hint).orElse(""));
    } else if (!tensor.dims().equals(wanted)) {
      return new State(Outcome.UNFIT, "the model needs " + wanted);
    } else if (!tensor.dtype().decodable()) {
      return new State(
          Outcome.UNFIT, "the model needs " + DType.F32 + ", " + DType.F16 + " or the like");
    }
    return new State(Outcome.BINDS, "");
  }

  private static String hint(String name) {
    return "is it '" + name + "'?";
  }
}
