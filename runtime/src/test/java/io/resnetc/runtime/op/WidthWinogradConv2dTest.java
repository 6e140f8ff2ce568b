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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layer's arena and scratch memory hold NaN wherever an operator must not look. */
class WidthWinogradConv2dTest {
  private static final Window SAME = Window.square(3, 1, 1);

  @ParameterizedTest
  @CsvSource({
    // in, out, height, width
    "1, 1, 1, 2",
    "3, 10, 5, 6",
    "16, 16, 32, 32",
    "64, 33, 13, 8",
    "256, 64, 8, 8",
    "512, 40, 4, 4",
    "40, 32, 2, 300",
    "33, 70, 90, 2",
  })
  void matchesTheDefinition(int in, int out, int height, int width) {
    check(new Random(1), in, out, SAME, height, width, 1);
    check(new Random(2), in, out, SAME, height, width, 3);
  }

  @Test
  void matchesTheDefinitionOnRandomShapes() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int top = random.nextInt(3);
      int left = random.nextInt(3);
      int bottom = random.nextInt(3);
      int right = random.nextInt(3);
      Window window = new Window(3, 3, 1, 1, top, left, bottom, right, 1, 1);
      int in = 1 + random.nextInt(40);
      int out = 1 + random.nextInt(150);
      int width = 2 * (1 + random.nextInt(8)) + 2 - left - right;
      if (width > 0) {
        check(random, in, out, window, 3 + random.nextInt(14), width, 1 + random.nextInt(3));
      }
    }
  }

  private static void check(
      Random random, int in, int out, Window w, int height, int width, int images) {
    View x = View.at(0, in, height, width);
    x = x.bordered(w.top() + random.nextInt(2), w.left(), w.bottom(), w.right());
    View y =
        View.at(0, out, height + w.top() + w.bottom() - 2, width + w.left() + w.right() - 2)
            .bordered(random.nextInt(2), random.nextInt(2), random.nextInt(2), random.nextInt(2));
    View z = random.nextBoolean() ? y.bordered(1, 0, 0, 2) : null;
    Activation activation = random.nextBoolean() ? Activation.RELU : Activation.NONE;
    Tensor weight = tensor(random, out, in, 3, 3);
    Tensor bias = random.nextBoolean() ? tensor(random, out) : null;
    Layer layer = new Layer(x, z, y, images, random.nextLong(), 0);
    double[] expected = Convolution.reference(layer, weight, bias, w, 1, activation);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    Conv2d conv = WidthWinogradConv2d.of(weight, bias, w, activation);
    float[] result = layer.run(conv, 1);
    for (int parts : new int[] {2, 3, 7}) {
      assertThat(layer.run(conv, parts)).isEqualTo(result);
    }
    for (int i = 0; i < result.length; i++) {
      assertThat((double) result[i])
          .as("%dx%dx%d to %d by %s, element %d", height, width, in, out, w, i)
          .isCloseTo(expected[i], within(4e-6 * largest + 1e-6));
    }
  }

  @Test
  void addsToItsOwnResidual() {
    Random random = new Random(3);
    View y = View.at(0, 40, 7, 10).bordered(1, 1, 1, 1);
    Tensor weight = tensor(random, 40, 40, 3, 3);
    Conv2d conv = WidthWinogradConv2d.of(weight, tensor(random, 40), SAME, Activation.RELU);
    Layer apart = new Layer(y, y, y, 1, 5, 0);
    float[] expected = apart.run(conv, 1);
    for (int parts = 1; parts < 4; parts++) {
      assertThat(apart.inPlace(apart.z).run(conv, parts)).isEqualTo(expected);
    }
  }

  @Test
  void bothTwinsGiveTheSameBits() {
    assumeThat(ModuleLayer.boot().findModule("jdk.incubator.vector"))
        .as("the Vector API: run with --add-modules jdk.incubator.vector")
        .isPresent();
    for (int channels : new int[] {3, 16, 33, 100}) {
      Random random = new Random(channels);
      View x = View.at(0, channels, 11, 8).bordered(1, 1, 1, 1);
      View y = View.at(0, 70, 11, 8);
      Layer layer = new Layer(x, y, y, 2, channels, 0);
      Tensor weight = tensor(random, 70, channels, 3, 3);
      Conv2d conv = WidthWinogradConv2d.of(weight, tensor(random, 70), SAME, Activation.RELU);
      float[] expected = layer.run(conv.on(new ScalarKernels()), 1);
      assertThat(layer.run(conv.on(new VectorKernels()), 1)).isEqualTo(expected);
    }
  }

  @Test
  void refusesWhatItHasNoFormFor() {
    Tensor weight = tensor(new Random(1), 4, 4, 3, 3);
    for (Window window : List.of(Window.square(3, 2, 1), Window.square(2, 1, 1))) {
      assertThatThrownBy(() -> WidthWinogradConv2d.of(weight, null, window, Activation.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3 x 3 without stride");
    }
    View odd = View.at(0, 4, 4, 5);
    Conv2d conv = WidthWinogradConv2d.of(weight, null, SAME, Activation.NONE);
    Layer layer = new Layer(odd.bordered(1, 1, 1, 1), null, odd, 1, 1, 0);
    assertThatThrownBy(() -> layer.run(conv, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a line has 5");
  }

  private static Tensor tensor(Random random, Integer... dims) {
    float[] values = new float[List.of(dims).stream().reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Tensor(values, List.of(dims));
  }
}
