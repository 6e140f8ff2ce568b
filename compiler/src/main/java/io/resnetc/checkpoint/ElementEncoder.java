package io.resnetc.checkpoint;

import io.resnetc.runtime.weights.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Floats as the bytes of a floating-point type, rounded to nearest, ties to even. */
final class ElementEncoder {
  private static final int HALF_INFINITY = 0x7C00;

  private ElementEncoder() {}

  /**
   * Little-endian bytes.
   *
   * @param dtype F32, F16 or BF16
   */
  static byte[] encode(float[] values, DType dtype) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, dtype.bits() / Byte.SIZE))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      switch (dtype) {
        case F32 -> bytes.putFloat(value);
        case F16 -> bytes.putShort(half(value));
        case BF16 -> bytes.putShort(brainFloat(value));
        default -> throw new IllegalArgumentException(dtype.name());
      }
    }
    return bytes.array();
  }

  /** Whether a number is too large for the type and would become an infinity. */
  static boolean overflows(float value, DType dtype) {
    return switch (dtype) {
      case F16 -> Float.isFinite(value) && (half(value) & HALF_INFINITY) == HALF_INFINITY;
      case BF16 -> Float.isFinite(value) && !Float.isFinite(brainFloatValue(brainFloat(value)));
      default -> false;
    };
  }

  /** IEEE 754 binary32 to binary16. (Float.floatToFloat16 came after Java 17.) */
  static short half(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | HALF_INFINITY | 0x200);
    } else if (magnitude >= 65520) {
      return (short) (sign | HALF_INFINITY);
    } else if (magnitude < 0x1p-14f) {
      // Subnormal halves are multiples of 2^-24; adding 0.5 leaves just these bits, rounded.
      return (short) (sign | Float.floatToRawIntBits(magnitude + 0.5f) - 0x3F000000);
    }
    int rebiased = (bits & 0x7FFFFFFF) - (127 - 15 << 23);
    return (short) (sign | rebiased + 0xFFF + (rebiased >> 13 & 1) >> 13);
  }

  /** The upper half of binary32, rounded. */
  static short brainFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >> 16 | 0x40);
    }
    return (short) (bits + 0x7FFF + (bits >> 16 & 1) >> 16);
  }

  private static float brainFloatValue(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
