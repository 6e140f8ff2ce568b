package io.resnetc.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model leaves open.
 *
 * @param name the network's name
 * @param constants inputs that are the same for every image, such as weights, by name
 * @param output the output to compute; may be empty where the model has only one
 */
public record ImportOptions(
    String name, Map<String, TensorProto> constants, Optional<String> output) {
  public ImportOptions {
    // In the given order, which is also the order of what is reported.
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  /** A model with one output whose inputs are all images. */
  public static ImportOptions named(String name) {
    return new ImportOptions(name, Map.of(), Optional.empty());
  }
}
