package io.resnetc.runtime;

import java.util.List;

/**
 * What a compiled network says of itself.
 *
 * @param name the model's name
 * @param inputDims {@code [channels, height, width]}
 * @param outputDims {@code [features]} or {@code [channels, height, width]}
 * @param parts in which batches go through it, in order; at least one
 * @param preprocessing how a photograph becomes the input
 * @param labels the classes' names in order; may be empty
 */
public record NetworkInfo(
    String name,
    List<Integer> inputDims,
    List<Integer> outputDims,
    List<Part> parts,
    Preprocessing preprocessing,
    List<String> labels) {
  public NetworkInfo {
    inputDims = List.copyOf(inputDims);
    outputDims = List.copyOf(outputDims);
    parts = List.copyOf(parts);
    labels = List.copyOf(labels);
  }

  /** Floats of arena for one image. */
  public int arenaFloats() {
    return parts.get(0).arenaFloats();
  }

  /** {@code [channels, height, width]}. */
  public int[] inputShape() {
    return inputDims.stream().mapToInt(Integer::intValue).toArray();
  }

  public int inputElements() {
    return elements(inputDims);
  }

  public int outputElements() {
    return elements(outputDims);
  }

  private static int elements(List<Integer> dims) {
    int elements = 1;
    for (int dim : dims) {
      elements = Math.multiplyExact(elements, dim);
    }
    return elements;
  }
}
