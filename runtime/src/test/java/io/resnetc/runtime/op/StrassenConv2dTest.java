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
class StrassenConv2dTest {
  private static final Window ONE = Window.square(1, 1, 0);

  @ParameterizedTest
  @CsvSource({
    // in, out, height, width
    "32, 64, 1, 2",
    "64, 64, 56, 56",
    "128, 128, 28, 28",
    "256, 192, 14, 14",
    "96, 128, 8, 8",
    "1024, 64, 4, 4",
    "32, 64, 3, 130",
    "32, 64, 7, 34",
  })
  void matchesTheDefinition(int in, int out, int height, int width) {
    check(new Random(1), in, out, height, width, 1);
    check(new Random(2), in, out, height, width, 2);
  }

  @Test
  void matchesTheDefinitionOnRandomShapes() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int in = 32 * (1 + random.nextInt(4));
      int out = 64 * (1 + random.nextInt(3));
      int images = 1 + random.nextInt(3);
      check(random, in, out, 1 + random.nextInt(20), 2 * (1 + random.nextInt(20)), images);
    }
  }

  private static void check(Random random, int in, int out, int height, int width, int images) {
    View x = bordered(random, View.at(0, in, height, width));
    View y = bordered(random, View.at(0, out, height, width));
    View z = random.nextBoolean() ? y.bordered(1, 0, 0, 2) : null;
    Activation activation = random.nextBoolean() ? Activation.RELU : new Activation(-1, 0.5f);
    Tensor weight = tensor(random, out, in, 1, 1);
    Tensor bias = random.nextBoolean() ? tensor(random, out) : null;
    Layer layer = new Layer(x, z, y, images, random.nextLong(), Layer.MARK);
    double[] expected = Convolution.reference(layer, weight, bias, ONE, 1, activation);
    StrassenConv2d conv = StrassenConv2d.of(weight, bias, activation);
    float[] result = layer.run(conv, 1);
    for (int parts = 2; parts < 5; parts++) {
      assertThat(layer.run(conv, parts)).isEqualTo(result);
    }
    for (int i = 0; i < result.length; i++) {
      assertThat((double) result[i])
          .as("%dx%dx%d to %d, element %d", height, width, in, out, i)
          .isCloseTo(expected[i], within(1e-6 * in));
    }
  }

  private static View bordered(Random random, View view) {
    return random.nextBoolean()
        ? view
        : view.bordered(random.nextInt(2), random.nextInt(2), random.nextInt(2), random.nextInt(2));
  }

  @Test
  void addsToItsOwnResidual() {
    Random random = new Random(3);
    View y = View.at(0, 64, 7, 10).bordered(1, 1, 1, 1);
    Conv2d conv =
        StrassenConv2d.of(tensor(random, 64, 64, 1, 1), tensor(random, 64), Activation.RELU);
    Layer apart = new Layer(y, y, y, 1, 5, 0);
    float[] expected = apart.run(conv, 1);
    for (int parts = 1; parts < 4; parts++) {
      assertThat(apart.inPlace(apart.z).run(conv, parts)).isEqualTo(expected);
    }
  }

  @Test
  void aBatchHasTheBitsOfItsImages() {
    Tensor weight = tensor(new Random(4), 64, 64, 1, 1);
    StrassenConv2d conv = StrassenConv2d.of(weight, null, Activation.NONE);
    View x = View.at(0, 64, 9, 6);
    float[] one = new Layer(x, null, x, 1, 7, 0).run(conv, 1);
    float[] three = new Layer(x, null, x, 3, 7, 0).run(conv, 1);
    assertThat(Arrays.copyOf(three, one.length)).isEqualTo(one);
  }

  @Test
  void bothTwinsGiveTheSameBits() {
    assumeThat(ModuleLayer.boot().findModule("jdk.incubator.vector"))
        .as("the Vector API: run with --add-modules jdk.incubator.vector")
        .isPresent();
    for (int border = 0; border < 2; border++) {
      Random random = new Random(border);
      View x = View.at(0, 96, 14, 14);
      View y = View.at(0, 128, 14, 14).bordered(border, border, border, border);
      Layer layer = new Layer(x, null, y, 2, border, 0);
      StrassenConv2d conv =
          StrassenConv2d.of(tensor(random, 128, 96, 1, 1), tensor(random, 128), Activation.RELU);
      float[] expected = layer.run(conv.on(new ScalarKernels()), 1);
      assertThat(layer.run(conv.on(new VectorKernels()), 1)).isEqualTo(expected);
    }
  }

  @Test
  void refusesWhatItHasNoFormFor() {
    for (Integer[] dims : new Integer[][] {{96, 32, 1, 1}, {64, 48, 1, 1}, {64, 32, 3, 3}}) {
      Tensor weight = tensor(new Random(1), dims);
      assertThatThrownBy(() -> StrassenConv2d.of(weight, null, Activation.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(List.of(dims).toString());
    }
    View odd = View.at(0, 64, 4, 5);
    Conv2d conv = StrassenConv2d.of(tensor(new Random(1), 64, 64, 1, 1), null, Activation.NONE);
    assertThatThrownBy(() -> new Layer(odd, null, odd, 1, 1, 0).run(conv, 1))
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
