package io.resnetc.runtime.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes safetensors files for tests: well-formed ones entry by entry, and arbitrary ones. */
final class SafetensorsFile {
  private final List<String> entries = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /** Appends a tensor of little-endian bytes. */
  SafetensorsFile add(String name, String dtype, List<Integer> shape, byte[] bytes) {
    int begin = data.size();
    data.writeBytes(bytes);
    entries.add(
        "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
            .formatted(name, dtype, shape, begin, data.size()));
    return this;
  }

  /** Appends an F32 tensor. */
  SafetensorsFile add(String name, List<Integer> shape, float... values) {
    ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return add(name, "F32", shape, bytes.array());
  }

  /** Appends an F32 tensor that counts 0, 1, 2... */
  SafetensorsFile addCounting(String name, Integer... shape) {
    int elements = List.of(shape).stream().reduce(1, Math::multiplyExact);
    float[] values = new float[elements];
    IntStream.range(0, elements).forEach(i -> values[i] = i);
    return add(name, List.of(shape), values);
  }

  byte[] bytes() {
    return of(entries.stream().collect(Collectors.joining(",", "{", "}")), data.toByteArray());
  }

  /** Any header before any data. */
  static byte[] of(String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return littleEndian(Long.BYTES + json.length + data.length)
        .putLong(json.length)
        .put(json)
        .put(data)
        .array();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
