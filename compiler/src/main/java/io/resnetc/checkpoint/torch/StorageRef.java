package io.resnetc.checkpoint.torch;

import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.WeightsException;
import java.util.List;
import java.util.Optional;

/**
 * A storage as a pickle refers to it: a row of elements that the file keeps elsewhere, under a key.
 *
 * @param begin where this one begins within the storage of that key, in elements
 * @param elements how many elements this one has
 * @param whole how many elements the storage of that key has
 */
record StorageRef(String key, DType dtype, long begin, long elements, long whole) {
  /** Bytes of the whole storage in the file. */
  long bytes() {
    return whole * elementBytes();
  }

  int elementBytes() {
    return dtype.bits() / Byte.SIZE;
  }

  /**
   * Reads a persistent id: {@code ('storage', type, key, device, elements)}, and in old files a
   * sixth member that is {@code (view's key, begin, elements)} where the storage is a part of
   * another.
   */
  static StorageRef of(List<?> id) {
    if (id.size() >= 5
        && id.get(0).equals("storage")
        && id.get(1) instanceof StorageType type
        && id.get(2) instanceof String key
        && id.get(4) instanceof Long whole) {
      Optional<List<?>> view =
          id.size() > 5 && id.get(5) instanceof List<?> part ? Optional.of(part) : Optional.empty();
      return checked(key, type.dtype(), view.orElse(List.of(key, 0L, whole)), whole);
    }
    throw new WeightsException("a storage is not described as PyTorch does");
  }

  private static StorageRef checked(String key, DType dtype, List<?> view, long whole) {
    if (view.size() == 3
        && view.get(1) instanceof Long begin
        && view.get(2) instanceof Long elements
        && begin >= 0
        && elements >= 0
        && begin <= whole - elements
        && whole <= Long.MAX_VALUE / Long.BYTES) {
      return new StorageRef(key, dtype, begin, elements, whole);
    }
    throw new WeightsException(
        "storage '%s' claims to have %d elements".formatted(Printable.of(key), whole));
  }
}
