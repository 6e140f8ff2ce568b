package io.resnetc.driver.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The element types that are read: IEEE floats of 4 or 8 bytes, in either byte order. */
enum ElementType {
  FLOAT32_LITTLE("<f4", 4, ByteOrder.LITTLE_ENDIAN),
  FLOAT32_BIG(">f4", 4, ByteOrder.BIG_ENDIAN),
  FLOAT64_LITTLE("<f8", 8, ByteOrder.LITTLE_ENDIAN),
  FLOAT64_BIG(">f8", 8, ByteOrder.BIG_ENDIAN);

  private final String descr;
  private final int bytes;
  private final ByteOrder order;

  ElementType(String descr, int bytes, ByteOrder order) {
    this.descr = descr;
    this.bytes = bytes;
    this.order = order;
  }

  static ElementType of(String descr) throws NpyException {
    for (ElementType type : values()) {
      if (type.descr.equals(descr)) {
        return type;
      }
    }
    throw new NpyException(
        "holds elements of type '%s', not float32; in Python, save x.astype('float32')"
            .formatted(descr));
  }

  int bytes() {
    return bytes;
  }

  /** Decodes {@code count} elements from the start of {@code raw}, rounding doubles to floats. */
  void decode(byte[] raw, int count, float[] target, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(order);
    for (int i = 0; i < count; i++) {
      target[offset + i] = bytes == 4 ? buffer.getFloat() : (float) buffer.getDouble();
    }
  }
}
