package io.resnetc.runtime.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The element types of the safetensors format. All have a size, so that every file can be checked;
 * only the floating-point types that weights come in can be decoded.
 */
public enum DType {
  F64(64) {
    @Override
    void decode(ByteBuffer source, float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = (float) source.getDouble();
      }
    }
  },
  F32(32) {
    @Override
    void decode(ByteBuffer source, float[] values, int from, int to) {
      source.asFloatBuffer().get(values, from, to - from);
    }
  },
  F16(16) {
    @Override
    void decode(ByteBuffer source, float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = halfToFloat(source.getShort());
      }
    }
  },
  BF16(16) {
    @Override
    void decode(ByteBuffer source, float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = Float.intBitsToFloat(source.getShort() << 16);
      }
    }
  },
  F8_E4M3(8),
  F8_E5M2(8),
  F8_E8M0(8),
  F6_E2M3(6),
  F6_E3M2(6),
  F4(4),
  C64(64),
  I64(64),
  U64(64),
  I32(32),
  U32(32),
  I16(16),
  U16(16),
  I8(8),
  U8(8),
  BOOL(8);

  private final int bits;

  DType(int bits) {
    this.bits = bits;
  }

  /** Bits of one element. */
  public int bits() {
    return bits;
  }

  /** Whether {@link #decode} works: the other types are never a network's parameters. */
  public boolean decodable() {
    return ordinal() <= BF16.ordinal();
  }

  /**
   * The values of little-endian {@code bytes}, rounded to float where they are wider.
   *
   * @throws UnsupportedOperationException for a type that is not {@link #decodable()}
   */
  public float[] decode(byte[] bytes) {
    float[] values = new float[(int) (bytes.length * 8L / bits)];
    ByteBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    decode(source, values, 0, values.length);
    return values;
  }

  /**
   * Decodes elements {@code from} to {@code to} of a tensor.
   *
   * @param source little-endian, at the first of them
   * @throws UnsupportedOperationException for a type that is not {@link #decodable()}
   */
  void decode(ByteBuffer source, float[] values, int from, int to) {
    throw new UnsupportedOperationException(name());
  }

  /** IEEE 754 binary16 to binary32; exact. (Float.float16ToFloat came after Java 17.) */
  static float halfToFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1F;
    int fraction = half & 0x3FF;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int rebiased = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | rebiased << 23 | fraction << 13);
  }
}
