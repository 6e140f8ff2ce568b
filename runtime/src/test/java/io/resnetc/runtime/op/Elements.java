package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/** Compares an operator's result with a definition of each of its elements. */
final class Elements {
  /** What one element should be. */
  interface Definition {
    double at(int image, int channel, int row, int column);
  }

  private Elements() {}

  /** The same bits for one, two and three shares, and each close to its definition. */
  static void check(Layer layer, Operator operator, Definition expected) {
    float[] result = layer.run(operator, 1);
    assertThat(layer.run(operator, 2)).isEqualTo(result);
    assertThat(layer.run(operator, 3)).isEqualTo(result);
    View y = layer.y;
    int at = 0;
    for (int image = 0; image < layer.images(); image++) {
      for (int row = 0; row < y.height(); row++) {
        for (int column = 0; column < y.width(); column++) {
          for (int channel = 0; channel < y.channels(); channel++) {
            double value = expected.at(image, channel, row, column);
            // Relative: quotients may be large.
            double tolerance = 1e-6 * Math.max(1, Math.abs(value));
            assertThat((double) result[at++]).isCloseTo(value, within(tolerance));
          }
        }
      }
    }
  }
}
