package io.resnetc.ir.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  @ParameterizedTest(name = "size {0}, kernel {1}, stride {2}, padding {3}: {4}, {5} with ceil")
  @CsvSource({
    "32, 3, 1, 1, 32, 32",
    "32, 3, 2, 1, 16, 17",
    "112, 3, 2, 1, 56, 57",
    "224, 7, 2, 3, 112, 113",
    "5, 2, 2, 0, 2, 3",
    // A fourth window would begin in the padding after the image.
    "5, 2, 2, 1, 3, 3",
    "4, 2, 3, 1, 2, 2",
    "1, 1, 1, 0, 1, 1",
    "3, 1, 5, 0, 1, 1",
  })
  void outputSizes(int size, int kernel, int stride, int padding, int floor, int ceil) {
    Window window = Window.square(kernel, stride, padding);
    assertThat(window.outputHeight(size, false)).isEqualTo(floor);
    assertThat(window.outputWidth(size, false)).isEqualTo(floor);
    assertThat(window.outputHeight(size, true)).isEqualTo(ceil);
    assertThat(window.outputWidth(size, true)).isEqualTo(ceil);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void sidesAreIndependent(int right) {
    Window window = new Window(3, 5, 2, 1, new Padding(1, 2, 0, right), 2, 1);
    assertThat(window.outputHeight(9, false)).isEqualTo(3);
    assertThat(window.outputWidth(9, false)).isEqualTo(7 + right);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, Integer.MAX_VALUE - 1})
  void hugeSizesDoNotWrapAround(int padding) {
    Window window = Window.square(1, 1, padding);
    assertThatThrownBy(() -> window.outputHeight(9, false))
        .isInstanceOf(ShapeException.class)
        .hasMessage("the result has more than 2^31 - 1 rows");
  }
}
