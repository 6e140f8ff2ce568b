package io.resnetc.driver;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model of ONNX leaves open.
 *
 * @param output the output to compute; may be empty where the model has only one
 * @param constants files of inputs that are the same for every image, by the inputs' names
 */
public record OnnxSelection(Optional<String> output, Map<String, Path> constants) {
  /** The only output of a model whose inputs are all images. */
  public static final OnnxSelection NONE = new OnnxSelection(Optional.empty(), Map.of());

  public OnnxSelection {
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  boolean isNone() {
    return equals(NONE);
  }
}
