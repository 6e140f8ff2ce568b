package io.resnetc.runtime.weights;

import java.util.HashMap;
import java.util.Map;

/**
 * Arrays whose values nobody needs any more, by length. A process touches its first memory slowly,
 * at some 2 microseconds for 4 KiB, and a network has many weights of the same size: read one after
 * another into the same array, they cost that once.
 */
final class Spares {
  /** For values that were not read from a file. */
  static final Spares NONE = new Spares();

  private final Map<Integer, float[]> arrays = new HashMap<>();

  /** An array of this length, which may hold anything. */
  synchronized float[] take(int length) {
    float[] spare = arrays.remove(length);
    return spare == null ? new float[length] : spare;
  }

  /** Keeps an array for {@link #take}, one of each length. */
  synchronized void give(float[] array) {
    arrays.put(array.length, array);
  }
}
