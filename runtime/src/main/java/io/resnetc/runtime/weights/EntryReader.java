package io.resnetc.runtime.weights;

import io.resnetc.runtime.weights.JsonReader.Malformed;
import java.util.ArrayList;
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
    String where = "the entry of '" + name + "'";
    for (String key = json.firstKey(); key != null; key = json.nextKey()) {
      Header.once(seen, key, where);
      switch (key) {
        case "dtype" -> dtype = dtype(json.string());
        case "shape" -> shape = numbers(json);
        case "data_offsets" -> offsets = numbers(json);
        default -> throw malformed("has an unknown key '" + key + "'");
      }
    }
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
    List<Integer> dims = new ArrayList<>();
    for (long dim : shape) {
      dims.add(Math.toIntExact(dim));
    }
    return new Header.Entry(name, dtype, List.copyOf(dims), offsets.get(0), offsets.get(1));
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
    for (DType known : DType.values()) {
      if (known.name().equals(type)) {
        return known;
      }
    }
    throw malformed("has an unknown dtype '" + type + "'");
  }

  private static List<Long> numbers(JsonReader json) {
    List<Long> result = new ArrayList<>();
    for (boolean more = json.hasFirst(); more; more = json.hasNext()) {
      result.add(json.number());
    }
    return result;
  }

  private Malformed malformed(String what) {
    return new Malformed("tensor '%s' %s".formatted(name, what));
  }
}
