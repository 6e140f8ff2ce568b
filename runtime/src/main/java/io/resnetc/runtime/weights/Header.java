package io.resnetc.runtime.weights;

import io.resnetc.runtime.weights.JsonReader.Malformed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The header of a safetensors file: what each tensor is called, and where it lies in the data that
 * follows. The checks are those of the format's specification: no name or key twice, byte counts
 * that agree with shapes, and data without overlaps or holes.
 *
 * @param entries in the order of their data
 */
record Header(List<Entry> entries) {
  /** One tensor's place: bytes {@code begin} to {@code end} of the data. */
  record Entry(String name, DType dtype, List<Integer> dims, long begin, long end)
      implements Comparable<Entry> {
    int length() {
      return Math.toIntExact(end - begin);
    }

    /** In the order of the data; where one is empty, it comes first. */
    @Override
    public int compareTo(Entry other) {
      int order = Long.compare(begin, other.begin);
      return order == 0 ? Long.compare(end, other.end) : order;
    }
  }

  /**
   * Reads a header's JSON.
   *
   * @throws Malformed when it is none, or its tensors cannot be
   */
  static Header parse(String json) {
    JsonReader reader = new JsonReader(json);
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name = reader.firstKey(); name != null; name = reader.nextKey()) {
      once(seen, name, "the header");
      if (name.equals("__metadata__")) {
        metadata(reader);
      } else {
        entries.add(new EntryReader(name).read(reader));
      }
    }
    reader.end();
    Collections.sort(entries);
    checkContiguous(entries);
    return new Header(List.copyOf(entries));
  }

  private static void metadata(JsonReader reader) {
    Set<String> seen = new HashSet<>();
    for (String key = reader.firstKey(); key != null; key = reader.nextKey()) {
      once(seen, key, "__metadata__");
      reader.string();
    }
  }

  /** Notes a key of an object. */
  static void once(Set<String> seen, String key, String where) {
    if (!seen.add(key)) {
      throw new Malformed("'%s' appears twice in %s".formatted(key, where));
    }
  }

  private static void checkContiguous(List<Entry> entries) {
    long end = 0;
    String before = null;
    for (Entry entry : entries) {
      if (entry.begin() < end) {
        throw new Malformed("the data of '%s' and '%s' overlap".formatted(before, entry.name()));
      }
      if (entry.begin() > end) {
        throw new Malformed(
            "%d bytes before the data of '%s' belong to no tensor"
                .formatted(entry.begin() - end, entry.name()));
      }
      end = entry.end();
      before = entry.name();
    }
  }
}
