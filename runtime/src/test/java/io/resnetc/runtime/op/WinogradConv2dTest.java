package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.ScalarKernels;
import io.resnetc.runtime.vector.VectorKernels;
import io.resnetc.runtime.weights.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layer's arena and scratch memory hold NaN wherever an operator must not look. */
class WinogradConv2dTest {
  private static final Window SAME = Window.square(3, 1, 1);

  @ParameterizedTest
  @CsvSource({
    // in, out, height, width
    "1, 1, 1, 1",
    "3, 10, 5, 6",
    "16, 16, 32, 32",
    "64, 64, 8, 8",
    "64, 33, 13, 7",
    "128, 64, 28, 28",
    "256, 32, 14, 14",
    "512, 40, 7, 7",
    "512, 32, 4, 4",
    "31, 65, 2, 40",
  })
  void matchesTheDefinition(int in, int out, int height, int width) {
    check(new Random(1), in, out, SAME, height, width, 1);
    check(new Random(2), in, out, SAME, height, width, 2);
  }

  @Test
  void matchesTheDefinitionOnRandomShapes() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int padding = random.nextInt(3);
      Window window =
          new Window(
              3, 3, 1, 1, padding, random.nextInt(3), random.nextInt(3), random.nextInt(4), 1, 1);
      int in = 1 + random.nextInt(40);
      int out = 1 + random.nextInt(70);
      int images = 1 + random.nextInt(3);
      check(random, in, out, window, 3 + random.nextInt(14), 3 + random.nextInt(14), images);
    }
  }

  @Test
  void stridesAreSumsOverPhases() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int stride = 1 + random.nextInt(4);
      int kernel = stride + 1 + random.nextInt(3 * stride);
      int padding = random.nextInt(kernel);
      Window window =
          new Window(
              kernel,
              kernel,
              stride,
              stride,
              padding,
              random.nextInt(kernel),
              random.nextInt(kernel),
              random.nextInt(kernel),
              1,
              1);
      int in = 1 + random.nextInt(8);
      int out = 1 + random.nextInt(150);
      int images = 1 + random.nextInt(3);
      check(
          random,
          in,
          out,
          window,
          kernel + random.nextInt(30),
          kernel + random.nextInt(30),
          images);
    }
  }

  @Test
  void theFirstLayerOfALargeResNetMatchesTheDefinition() {
    check(new Random(1), 3, 64, Window.square(7, 2, 3), 224, 224, 1);
  }

  @ParameterizedTest
  @CsvSource({
    // in, out, outputs along an axis
    "16, 32, 16",
    "64, 128, 28",
    "128, 128, 28",
    "256, 40, 14",
    "512, 33, 7",
    "256, 512, 2",
    "64, 70, 1",
  })
  void aStrideOfTwoMatchesTheDefinition(int in, int out, int size) {
    check(new Random(1), in, out, Window.square(3, 2, 1), 2 * size, 2 * size - 1, 1);
    check(new Random(2), in, out, Window.square(3, 2, 1), 2 * size - 1, 2 * size, 2);
  }

  private static void check(
      Random random, int in, int out, Window w, int height, int width, int images) {
    View x = View.at(0, in, height, width);
    x = x.bordered(w.top() + random.nextInt(2), w.left(), w.bottom(), w.right());
    int outputHeight = (height + w.top() + w.bottom() - w.kernelHeight()) / w.strideHeight() + 1;
    int outputWidth = (width + w.left() + w.right() - w.kernelWidth()) / w.strideWidth() + 1;
    View y =
        View.at(0, out, outputHeight, outputWidth)
            .bordered(random.nextInt(2), random.nextInt(2), random.nextInt(2), random.nextInt(2));
    View z = random.nextBoolean() ? y.bordered(1, 0, 0, 2) : null;
    Activation activation = random.nextBoolean() ? Activation.RELU : Activation.NONE;
    Tensor weight = tensor(random, out, in, w.kernelHeight(), w.kernelWidth());
    Tensor bias = random.nextBoolean() ? tensor(random, out) : null;
    Layer layer = new Layer(x, z, y, images, random.nextLong(), 0);
    double[] expected = Convolution.reference(layer, weight, bias, w, 1, activation);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int tile = 2; tile <= 4; tile++) {
      if (WinogradConv2d.supports(tile, w)) {
        double tolerance = (tile == 2 ? 4e-6 : 8e-6) * largest + 1e-6;
        String form = "F(%dx%d) of %s".formatted(tile, tile, w);
        check(
            layer, WinogradConv2d.of(tile, weight, bias, w, activation), expected, tolerance, form);
      }
    }
    if (WinogradConv2d.supportsCompact(w)) {
      double tolerance = 8e-6 * largest + 1e-6;
      String form = "compact weights of " + w;
      check(layer, WinogradConv2d.compact(weight, bias, w, activation), expected, tolerance, form);
    }
  }

  private static void check(
      Layer layer, WinogradConv2d conv, double[] expected, double tolerance, String form) {
    float[] result = layer.run(conv, 1);
    for (int parts : new int[] {2, 3, 7}) {
      assertThat(layer.run(conv, parts)).isEqualTo(result);
    }
    for (int i = 0; i < result.length; i++) {
      assertThat((double) result[i])
          .as("%s, element %d", form, i)
          .isCloseTo(expected[i], within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void addsToItsOwnResidual(int tile) {
    Random random = new Random(3);
    View y = View.at(0, 40, 7, 9).bordered(1, 1, 1, 1);
    Tensor weight = tensor(random, 40, 40, 3, 3);
    Conv2d conv = WinogradConv2d.of(tile, weight, tensor(random, 40), SAME, Activation.RELU);
    Layer apart = new Layer(y, y, y, 1, 5, 0);
    float[] expected = apart.run(conv, 1);
    for (int parts = 1; parts < 4; parts++) {
      assertThat(apart.inPlace(apart.z).run(conv, parts)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 1", "2, 3, 2", "2, 5, 3", "3, 7, 2", "4, 3, 1", "4, 3, 2", "4, 5, 2"})
  void bothTwinsGiveTheSameBits(int tile, int kernel, int stride) {
    Window window = Window.square(kernel, stride, kernel / 2);
    checkTwins(
        window,
        stride,
        (weight, bias) -> WinogradConv2d.of(tile, weight, bias, window, Activation.RELU));
  }

  @Test
  void bothTwinsGiveTheSameBitsByCompactWeights() {
    checkTwins(
        SAME, 1, (weight, bias) -> WinogradConv2d.compact(weight, bias, SAME, Activation.RELU));
  }

  private static void checkTwins(
      Window window, int stride, BiFunction<Tensor, Tensor, WinogradConv2d> make) {
    assumeThat(ModuleLayer.boot().findModule("jdk.incubator.vector"))
        .as("the Vector API: run with --add-modules jdk.incubator.vector")
        .isPresent();
    for (int channels : new int[] {3, 16, 33, 100}) {
      Random random = new Random(channels);
      Tensor weight = tensor(random, 70, channels, window.kernelHeight(), window.kernelWidth());
      Tensor bias = tensor(random, 70);
      View x = View.at(0, channels, 11 * stride, 9 * stride);
      x = x.bordered(window.top(), window.left(), window.bottom(), window.right());
      View y = View.at(0, 70, 11, 9);
      Layer layer = new Layer(x, y, y, 2, channels, 0);
      WinogradConv2d conv = make.apply(weight, bias);
      float[] expected = layer.run(conv.on(new ScalarKernels()), 1);
      assertThat(layer.run(conv.on(new VectorKernels()), 1)).isEqualTo(expected);
    }
  }

  @Test
  void refusesWhatItHasNoFormFor() {
    Tensor weight = tensor(new Random(1), 4, 4, 3, 3);
    assertThat(WinogradConv2d.supports(4, SAME)).isTrue();
    assertThat(WinogradConv2d.supports(3, SAME)).isFalse();
    assertThat(WinogradConv2d.supports(2, Window.square(3, 2, 1))).isTrue();
    assertThat(WinogradConv2d.supports(4, Window.square(3, 2, 1))).isTrue();
    assertThat(WinogradConv2d.supports(2, Window.square(7, 2, 3))).isFalse();
    assertThat(WinogradConv2d.supports(3, Window.square(7, 2, 3))).isTrue();
    assertThat(WinogradConv2d.supports(4, Window.square(7, 2, 3))).isFalse();
    assertThat(WinogradConv2d.supports(4, Window.square(1, 1, 0))).isFalse();
    assertThat(WinogradConv2d.supportsCompact(SAME)).isTrue();
    assertThat(WinogradConv2d.supportsCompact(Window.square(3, 2, 1))).isFalse();
    assertThat(WinogradConv2d.supportsCompact(Window.square(2, 1, 1))).isFalse();
    assertThatThrownBy(
            () -> WinogradConv2d.of(2, weight, null, Window.square(3, 3, 1), Activation.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 x 2 or 3 x 3 times its stride");
    assertThatThrownBy(() -> WinogradConv2d.of(5, weight, null, SAME, Activation.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2, 3 or 4");
    Window strided = Window.square(3, 2, 1);
    assertThatThrownBy(() -> WinogradConv2d.compact(weight, null, strided, Activation.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without stride");
  }

  private static Tensor tensor(Random random, Integer... dims) {
    float[] values = new float[List.of(dims).stream().reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Tensor(values, List.of(dims));
  }
}
