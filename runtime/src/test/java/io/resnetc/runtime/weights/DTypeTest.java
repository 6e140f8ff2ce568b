package io.resnetc.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Half precision against its definition, for every pattern of bits. */
class DTypeTest {
  @Test
  void everyHalfIsExact() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float expected = (float) defined(bits);
      float actual = DType.halfToFloat((short) bits);
      assertThat(Float.floatToIntBits(actual))
          .as("%04x", bits)
          .isEqualTo(Float.floatToIntBits(expected));
    }
  }

  private static double defined(int bits) {
    double sign = bits >> 15 == 0 ? 1 : -1;
    int exponent = bits >> 10 & 31;
    int fraction = bits & 1023;
    if (exponent == 31) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    return exponent == 0
        ? sign * Math.scalb(fraction / 1024.0, -14)
        : sign * Math.scalb(1 + fraction / 1024.0, exponent - 15);
  }
}
