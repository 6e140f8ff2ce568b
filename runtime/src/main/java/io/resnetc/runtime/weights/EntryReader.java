package io.resnetc.runtime.weights;

import io.resnetc.runtime.weights.JsonReader.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one tensor's entry of a safetensors header and checks it in itself. */
final class EntryReader {
  private final String name;
  private DType dtype;
  private List<Long> shape;
  private List<Long> offsets;

  EntryReader(String name) {
    this.name = name;
  }

  Header.Entry read(JsonReader json) {
    Set<String> seen = new HashSet<>();
    json.object(
        key -> {
          Header.once(seen, key, "the entry of '" + name + "'");
          switch (key) {
            case "dtype" -> dtype = dtype(json.string());
            case "shape" -> shape = numbers(json);
            case "data_offsets" -> offsets = numbers(json);
            default -> throw malformed("has an unknown key '" + key + "'");
          }
        });
    for (String key : List.of("dtype", "shape", "data_offsets")) {
      if (!seen.contains(key)) {
        throw malformed("has no '" + key + "'");
      }
    }
    return checked();
  }

  private Header.Entry checked() {
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw malformed("has data_offsets " + offsets + ", which are no [begin, end]");
    }
    long length = offsets.get(1) - offsets.get(0);
    long needed = byteCount();
    if (length != needed) {
      throw malformed(
          "is %s %s, which is %d bytes, but its data_offsets span %d"
              .formatted(dtype, shape, needed, length));
    }
    if (length > Integer.MAX_VALUE - 8) {
      throw malformed("has " + length + " bytes, more than a Java array holds");
    }
    List<Integer> dims = shape.stream().map(Math::toIntExact).toList();
    return new Header.Entry(name, dtype, dims, offsets.get(0), offsets.get(1));
  }

  private long byteCount() {
    try {
      long bits = dtype.bits();
      for (long dim : shape) {
        bits = Math.multiplyExact(bits, Math.toIntExact(dim));
      }
      if (bits % Byte.SIZE != 0) {
        throw malformed("is %s %s, which is no whole number of bytes".formatted(dtype, shape));
      }
      return bits / Byte.SIZE;
    } catch (ArithmeticException e) {
      throw malformed("has a shape too large to hold: " + shape);
    }
  }

  private DType dtype(String type) {
    return Arrays.stream(DType.values())
        .filter(known -> known.name().equals(type))
        .findFirst()
        .orElseThrow(() -> malformed("has an unknown dtype '" + type + "'"));
  }

  private static List<Long> numbers(JsonReader json) {
    List<Long> result = new ArrayList<>();
    json.array(() -> result.add(json.number()));
    return result;
  }

  private Malformed malformed(String what) {
    return new Malformed("tensor '%s' %s".formatted(name, what));
  }
}
