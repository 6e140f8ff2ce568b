package io.resnetc.lower;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an algorithm may reorder a layer's arithmetic. Either way the bits are reproducible. */
public enum Numerics {
  /**
   * Winograd's and Strassen's algorithms where they are faster: errors stay far below what a
   * classifier can feel.
   */
  FAST,
  /** Every output is the plain sum of its products. */
  STRICT;

  /** What is called so in small letters. */
  public static Optional<Numerics> of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
