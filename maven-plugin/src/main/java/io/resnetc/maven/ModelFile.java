package io.resnetc.maven;

import io.resnetc.bind.ModelInfo;
import java.nio.file.Path;
import java.util.List;

/** A file in the source directory and the models that it declares. */
record ModelFile(Path path, List<ModelInfo> models) {
  /** Whether a model can be compiled as it is: each of its parameters has a default value. */
  static boolean needsNoValues(ModelInfo model) {
    return model.parameters().stream().allMatch(parameter -> parameter.value().isPresent());
  }

  boolean declares(String name) {
    return models.stream().anyMatch(model -> model.name().equals(name));
  }
}
