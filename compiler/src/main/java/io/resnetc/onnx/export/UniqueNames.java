package io.resnetc.onnx.export;

import java.util.HashSet;
import java.util.Set;

/** Gives each thing the name that it would like, or that name with a number. */
final class UniqueNames {
  private final Set<String> taken = new HashSet<>();

  String claim(String name) {
    String unique = name;
    for (int number = 2; !taken.add(unique); number++) {
      unique = name + "_" + number;
    }
    return unique;
  }
}
