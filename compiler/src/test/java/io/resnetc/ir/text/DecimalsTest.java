package io.resnetc.ir.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-2.5, -2.5",
    "1e-5, 1e-05",
    "0.0001, 0.0001",
    "1e15, 1000000000000000",
    "1e16, 1e+16",
    "1.5e300, 1.5e+300",
    "0, 0",
    "-0.0, -0",
    "Infinity, inf",
    "-Infinity, -inf",
    "NaN, nan",
    "2e-44, 2e-44",
    "4.9e-324, 5e-324",
    "0.00392156862745098, 0.00392156862745098"
  })
  void readsLikePython(double value, String text) {
    assertThat(Decimals.format(value)).isEqualTo(text);
    assertThat(Double.valueOf(Decimals.parse(text))).isEqualTo(Double.valueOf(value));
  }

  @Test
  void everyDoubleReadsBack() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      assertThat(Double.valueOf(Decimals.parse(Decimals.format(value))))
          .isEqualTo(Double.valueOf(value));
    }
  }
}
