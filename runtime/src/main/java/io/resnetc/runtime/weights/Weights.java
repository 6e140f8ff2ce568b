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
   * Reads a safetensors file. What is checked is checked now; a tensor's values are read when a
   * network asks for them, so that memory never holds the file beside the network. The file stays
   * open until these weights are garbage, and may be replaced meanwhile, but not written into.
   *
   * @throws WeightsException when the file is malformed
   * @throws IOException when it cannot be read
   */
  public static Weights read(Path file) throws IOException {
    String source = file.toString();
    if (Files.isRegularFile(file)) {
      return of(source, OpenFile.read(file));
    }
    // A pipe cannot be read twice.
    try (InputStream in = Files.newInputStream(file)) {
      return of(source, Safetensors.read(in, source));
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
    return of(source, Safetensors.read(in, source));
  }

  /** Weights that are in memory, by name. The tensors are not copied. */
  public static Weights of(Map<String, Tensor> tensors) {
    Map<String, TensorSource> sources = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> sources.put(name, TensorSource.of(tensor)));
    return of("weights", sources);
  }

  /**
   * Weights from another kind of file, by name; each tensor is decoded when a network asks for it.
   *
   * @param source what to call the file in messages
   */
  public static Weights of(String source, Map<String, TensorSource> tensors) {
    return new Weights(source, Collections.unmodifiableMap(new LinkedHashMap<>(tensors)));
  }

  /** The tensors' names, in the order of the file's data. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** The tensors by name, in the order of the file's data. */
  public Map<String, TensorSource> tensors() {
    return tensors;
  }

  /** These weights as what a network binds its parameters to; a fresh account at each call. */
  public Parameters parameters() {
    return new Binding(source, tensors);
  }
}
