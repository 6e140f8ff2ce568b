package io.resnetc.testing;

import io.resnetc.runtime.weights.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;

/** Writes a safetensors file of F32 tensors. */
public final class SafetensorsFile {
  private SafetensorsFile() {}

  public static Path write(Path file, Map<String, Tensor> tensors) throws IOException {
    StringJoiner entries = new StringJoiner(",", "{", "}");
    int end = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      int start = end;
      end += 4 * entry.getValue().values().length;
      entries.add(
          "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(entry.getKey(), entry.getValue().dims(), start, end));
    }
    byte[] header = entries.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + end);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
    return Files.write(file, bytes.array());
  }
}
