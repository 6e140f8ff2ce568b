package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinogradDomainTest {
  @ParameterizedTest
  @CsvSource({
    // tile, kernel, stride, products
    "2, 3, 1, 16",
    "4, 3, 1, 36",
    "2, 3, 2, 25",
    "2, 4, 2, 36",
    "3, 7, 2, 121",
    "3, 8, 2, 144",
    "2, 5, 3, 64"
  })
  void zerosAreNotMultiplied(int tile, int kernel, int stride, int products) {
    WinogradDomain domain = WinogradDomain.of(tile, Window.square(kernel, stride, 0), 10);
    assertThat(domain.products()).isEqualTo(10 * products);
  }

  @Test
  void phasesWithATapLessAreNotAtInfinity() {
    WinogradDomain domain = WinogradDomain.of(2, Window.square(3, 2, 1), 1);
    assertThat(domain.places(0, 0)).containsExactly(0, 4, 8, 10, 14, 18, 20, 22, 24);
    assertThat(domain.places(0, 1)).containsExactly(1, 5, -1, 11, 15, -1, 21, 23, -1);
    assertThat(domain.places(1, 0)).containsExactly(2, 6, 9, 12, 16, 19, -1, -1, -1);
    assertThat(domain.places(1, 1)).containsExactly(3, 7, -1, 13, 17, -1, -1, -1, -1);
    assertThat(domain.pieces(2)).isEqualTo(2);
    assertThat(domain.depth(2)).isEqualTo(1);
    assertThat(domain.pieces(6)).isEqualTo(1);
    assertThat(domain.depth(6)).isEqualTo(2);
    assertThat(domain.rows(0)).isEqualTo(3);
    assertThat(domain.rows(1)).isEqualTo(2);
  }
}
