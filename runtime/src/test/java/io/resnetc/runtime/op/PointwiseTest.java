package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import io.resnetc.runtime.weights.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators that move or map single elements. */
class PointwiseTest {
  private static final int IMAGES = 2;

  private interface Element {
    double at(int image, int channel, int row, int column);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 37})
  void add(int channels) {
    View x = View.at(0, channels, 5, 4);
    View y = x.bordered(1, 1, 1, 1);
    Layer layer = new Layer(x, x.bordered(0, 1, 0, 0), y, IMAGES, 1, Layer.MARK);
    check(
        layer,
        Add.of(Activation.NONE),
        (i, c, h, w) -> x(layer, i, c, h, w) + z(layer, i, c, h, w));
    check(
        layer,
        Add.of(Activation.RELU),
        (i, c, h, w) -> Math.max(0, x(layer, i, c, h, w) + z(layer, i, c, h, w)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 37})
  void scaleShift(int channels) {
    View x = View.at(0, channels, 5, 4).bordered(0, 1, 0, 0);
    Layer layer = new Layer(x, null, x.bordered(1, 0, 2, 0), IMAGES, 2, Layer.MARK);
    Tensor scale = vector(channels, 5);
    Tensor shift = vector(channels, 6);
    check(
        layer,
        ScaleShift.of(scale, shift, Activation.NONE),
        (i, c, h, w) -> x(layer, i, c, h, w) * scale.values()[c] + shift.values()[c]);
    check(
        layer,
        ScaleShift.of(scale, shift, Activation.RELU),
        (i, c, h, w) -> Math.max(0, x(layer, i, c, h, w) * scale.values()[c] + shift.values()[c]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 37})
  void relu(int channels) {
    View x = View.at(0, channels, 5, 3).bordered(0, 1, 0, 0);
    Layer layer = new Layer(x, null, x.bordered(1, 0, 2, 0), IMAGES, 3, Layer.MARK);
    check(layer, Relu.of(), (i, c, h, w) -> Math.max(0, x(layer, i, c, h, w)));
  }

  @Test
  void subsample() {
    View x = View.at(0, 19, 5, 8).bordered(1, 1, 0, 1);
    Layer layer = new Layer(x, null, View.at(0, 19, 3, 4), IMAGES, 4, Layer.MARK);
    check(layer, Subsample.of(2), (i, c, h, w) -> x(layer, i, c, 2 * h, 2 * w));
  }

  @Test
  void channelPad() {
    View x = View.at(0, 5, 3, 4).bordered(1, 1, 0, 1);
    View y = View.at(0, 12, 3, 4).bordered(0, 1, 0, 1);
    Layer layer = new Layer(x, null, y, IMAGES, 5, Layer.MARK);
    check(
        layer, ChannelPad.of(3, 4), (i, c, h, w) -> c < 3 || c >= 8 ? 0 : x(layer, i, c - 3, h, w));
  }

  @Test
  void flatten() {
    View x = View.at(0, 5, 3, 4).bordered(1, 1, 0, 1);
    Layer layer = new Layer(x, null, View.at(0, 60, 1, 1), IMAGES, 6, Layer.MARK);
    check(layer, Flatten.of(), (i, c, h, w) -> x(layer, i, c / 12, c % 12 / 4, c % 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 256, 700})
  void linear(int features) {
    View x = View.at(0, features, 1, 1);
    View y = View.at(0, 45, 1, 1);
    Layer layer = new Layer(x, y, y, IMAGES, 8, Layer.MARK);
    Tensor weight = new Tensor(vector(45 * features, 9).values(), List.of(45, features));
    Tensor bias = vector(45, 10);
    Linear linear = Linear.of(weight, bias, Activation.NONE);
    check(
        layer,
        linear,
        (i, c, h, w) -> dot(layer, weight, i, c) + bias.values()[c] + z(layer, i, c, 0, 0));
    Linear plain = Linear.of(weight, null, Activation.RELU);
    check(
        layer, plain, (i, c, h, w) -> Math.max(0, dot(layer, weight, i, c) + z(layer, i, c, 0, 0)));
  }

  private static double dot(Layer layer, Tensor weight, int image, int output) {
    int features = weight.dim(1);
    double sum = 0;
    for (int k = 0; k < features; k++) {
      sum += x(layer, image, k, 0, 0) * weight.values()[output * features + k];
    }
    return sum;
  }

  private static void check(Layer layer, Operator operator, Element expected) {
    float[] result = layer.run(operator, 1);
    assertThat(layer.run(operator, 2)).isEqualTo(result);
    assertThat(layer.run(operator, 3)).isEqualTo(result);
    View y = layer.y;
    int at = 0;
    for (int image = 0; image < IMAGES; image++) {
      for (int row = 0; row < y.height(); row++) {
        for (int column = 0; column < y.width(); column++) {
          for (int channel = 0; channel < y.channels(); channel++) {
            assertThat((double) result[at++])
                .isCloseTo(expected.at(image, channel, row, column), within(1e-5));
          }
        }
      }
    }
  }

  private static double x(Layer layer, int image, int channel, int row, int column) {
    return layer.value(layer.x, image, channel, row, column, Double.NaN);
  }

  private static double z(Layer layer, int image, int channel, int row, int column) {
    return layer.value(layer.z, image, channel, row, column, Double.NaN);
  }

  private static Tensor vector(int length, long seed) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Tensor(values, List.of(length));
  }
}
