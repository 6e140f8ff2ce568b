package io.resnetc.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the safetensors format, one tensor in memory at a time. Tensors keep their type (F64
 * becomes F32) unless another is asked for.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private final Map<String, TensorSource> tensors;
  private final Optional<DType> target;

  private SafetensorsWriter(Map<String, TensorSource> tensors, Optional<DType> target) {
    this.tensors = tensors;
    this.target = target;
  }

  /**
   * Writes tensors in their map's order.
   *
   * @param tensors of floating-point types
   * @param target the type of all: F32, F16 or BF16; empty to keep each tensor's own
   * @throws WeightsException when a value is too large for the type
   * @throws IOException when {@code out} cannot be written
   */
  public static void write(
      Map<String, TensorSource> tensors, Optional<DType> target, OutputStream out)
      throws IOException {
    new SafetensorsWriter(tensors, target).write(out);
  }

  private void write(OutputStream out) throws IOException {
    byte[] header = header().getBytes(StandardCharsets.UTF_8);
    int padding = -header.length & ALIGNMENT - 1;
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length + padding).array());
    out.write(header);
    out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, TensorSource> entry : tensors.entrySet()) {
      out.write(data(entry.getKey(), entry.getValue()));
    }
  }

  private String header() {
    JsonObject header = new JsonObject();
    JsonObject metadata = new JsonObject();
    metadata.addProperty("format", "pt");
    header.add("__metadata__", metadata);
    long end = 0;
    for (Map.Entry<String, TensorSource> entry : tensors.entrySet()) {
      TensorSource tensor = entry.getValue();
      JsonArray shape = new JsonArray();
      tensor.dims().forEach(shape::add);
      JsonArray offsets = new JsonArray();
      offsets.add(end);
      end += bytes(tensor);
      offsets.add(end);
      JsonObject description = new JsonObject();
      description.addProperty("dtype", written(tensor).name());
      description.add("shape", shape);
      description.add("data_offsets", offsets);
      header.add(entry.getKey(), description);
    }
    return header.toString();
  }

  private byte[] data(String name, TensorSource tensor) {
    float[] values = tensor.decode().values();
    DType dtype = written(tensor);
    for (float value : values) {
      if (ElementEncoder.overflows(value, dtype)) {
        throw new WeightsException(
            "'%s' has %s, which is too large for %s".formatted(Printable.of(name), value, dtype));
      }
    }
    return ElementEncoder.encode(values, dtype);
  }

  private long bytes(TensorSource tensor) {
    long elementBytes = written(tensor).bits() / Byte.SIZE;
    return tensor.dims().stream().mapToLong(dim -> dim).reduce(elementBytes, (a, b) -> a * b);
  }

  private DType written(TensorSource tensor) {
    return target.orElse(tensor.dtype() == DType.F64 ? DType.F32 : tensor.dtype());
  }
}
