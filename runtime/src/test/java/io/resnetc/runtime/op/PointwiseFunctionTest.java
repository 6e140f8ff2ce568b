package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.PointwiseFunction;
import io.resnetc.runtime.View;
import io.resnetc.runtime.weights.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of one number, and those with a parameter for each channel. */
class PointwiseFunctionTest {
  private static final Map<PointwiseFunction, DoubleUnaryOperator> DEFINITIONS =
      Map.of(
          PointwiseFunction.clip(-0.25, 0.5),
          x -> Math.min(Math.max(x, -0.25), 0.5),
          PointwiseFunction.leakyRelu(0.01),
          x -> x >= 0 ? x : 0.01 * x,
          PointwiseFunction.sigmoid(),
          x -> 1 / (1 + Math.exp(-x)),
          PointwiseFunction.hardSigmoid(0.75, 0.5),
          x -> Math.min(Math.max(0.75 * x + 0.5, 0), 1),
          PointwiseFunction.swish(),
          x -> x / (1 + Math.exp(-x)),
          PointwiseFunction.hardSwish(),
          x -> x * Math.min(Math.max(x / 6 + 0.5, 0), 1),
          PointwiseFunction.tanh(),
          Math::tanh);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 37})
  void matchesTheDefinition(int channels) {
    View x = View.at(0, channels, 5, 4).bordered(0, 1, 0, 0);
    View y = View.at(0, channels, 5, 4).bordered(1, 0, 2, 0);
    Layer layer = new Layer(x, null, y, 2, channels, Layer.MARK);
    stretch(layer);
    DEFINITIONS.forEach(
        (function, definition) -> {
          Elements.Definition expected =
              (i, c, h, w) -> definition.applyAsDouble(layer.value(layer.x, i, c, h, w, 0));
          Elements.check(layer, Pointwise.of(function), expected);
          Elements.check(layer.inPlace(layer.x), Pointwise.of(function), expected);
        });
  }

  @Test
  void keepsNaN() {
    DEFINITIONS.forEach(
        (function, definition) -> {
          float[] values = {1, Float.NaN, 1};
          function.apply(values, 1, 2);
          assertThat(values).containsExactly(1, Float.NaN, 1);
        });
  }

  @Test
  void saturates() {
    float[] values = {Float.NEGATIVE_INFINITY, -1e30f, 1e30f, Float.POSITIVE_INFINITY};
    PointwiseFunction.sigmoid().apply(values, 0, 4);
    assertThat(values).containsExactly(0, 0, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 37})
  void prelu(int channels) {
    View x = View.at(0, channels, 5, 4).bordered(0, 1, 0, 0);
    Layer layer = new Layer(x, null, x.bordered(1, 0, 2, 0), 2, channels, Layer.MARK);
    float[] slopes = new float[channels];
    for (int c = 0; c < channels; c++) {
      slopes[c] = 0.1f * c - 0.3f;
    }
    PRelu each = PRelu.of(new Tensor(slopes, List.of(channels)));
    PRelu one = PRelu.of(new Tensor(new float[] {0.25f}, List.of(1)));
    for (Layer place : List.of(layer, layer.inPlace(layer.x))) {
      Elements.check(
          place, each, (i, c, h, w) -> rectified(layer.value(layer.x, i, c, h, w, 0), slopes[c]));
      Elements.check(
          place, one, (i, c, h, w) -> rectified(layer.value(layer.x, i, c, h, w, 0), 0.25));
    }
  }

  private static double rectified(double x, double slope) {
    return x > 0 ? x : slope * x;
  }

  /** Values on both sides of every bend. */
  private static void stretch(Layer layer) {
    Random random = new Random(3);
    for (int i = 0; i < layer.arena().length; i++) {
      layer.arena()[i] *= random.nextInt(8);
    }
  }
}
