package io.resnetc.testing;

import io.resnetc.checkpoint.SafetensorsWriter;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes tensors of tests to safetensors files. */
public final class SafetensorsFile {
  private SafetensorsFile() {}

  /** Writes an F32 file and returns its path. */
  public static Path write(Path file, Map<String, Tensor> tensors) throws IOException {
    Map<String, TensorSource> sources = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> sources.put(name, TensorSource.of(tensor)));
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsWriter.write(sources, Optional.empty(), out);
    }
    return file;
  }
}
