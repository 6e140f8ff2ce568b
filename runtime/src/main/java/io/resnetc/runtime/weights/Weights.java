package io.resnetc.runtime.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Named tensors, from a safetensors file or from memory. Immutable. */
public final class Weights {
  private final String source;
  private final Map<String, TensorSource> tensors;

  private Weights(String source, Map<String, TensorSource> tensors) {
    this.source = source;
    this.tensors = tensors;
  }

  /**
   * Reads a safetensors file.
   *
   * @throws WeightsException when the file is malformed
   * @throws IOException when it cannot be read
   */
  public static Weights read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Weights(file.toString(), Safetensors.read(in, file.toString()));
    }
  }

  /**
   * Reads a safetensors file from a stream, such as a resource's, to its end. Does not close it.
   *
   * @throws WeightsException when what the stream holds is malformed
   * @throws IOException when it cannot be read
   */
  public static Weights read(InputStream in) throws IOException {
    String source = "weights";
    return new Weights(source, Safetensors.read(in, source));
  }

  /** Weights that are in memory, by name. The tensors are not copied. */
  public static Weights of(Map<String, Tensor> tensors) {
    Map<String, TensorSource> sources = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> sources.put(name, TensorSource.of(tensor)));
    return new Weights("weights", sources);
  }

  /** The tensors' names, in the order of the file's data. */
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  /** These weights as what a network binds its parameters to; a fresh account at each call. */
  public Parameters parameters() {
    return new Binding(source, tensors);
  }
}
