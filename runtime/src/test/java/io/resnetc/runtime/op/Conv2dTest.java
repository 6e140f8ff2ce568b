package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.weights.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Conv2dTest {
  @ParameterizedTest
  @CsvSource({
    // in, out, groups, kernel, stride, size
    "64, 64, 1, 3, 1, 8",
    "3, 64, 1, 7, 2, 32",
    "3, 64, 1, 7, 2, 150",
    "1, 33, 1, 5, 1, 67",
    "3, 10, 1, 3, 1, 5",
    "16, 32, 1, 1, 2, 9",
    "512, 40, 1, 3, 1, 4",
    "64, 200, 1, 1, 1, 13",
    "128, 128, 32, 3, 1, 7",
    "48, 48, 3, 3, 2, 7",
    "96, 48, 2, 3, 1, 6",
    "70, 70, 70, 3, 1, 7",
    "32, 32, 32, 5, 2, 9",
    "12, 36, 12, 3, 1, 6",
    "20, 10, 5, 1, 1, 3",
    "40, 40, 20, 3, 2, 5",
    "1, 1, 1, 1, 1, 1",
  })
  void matchesTheDefinition(int in, int out, int groups, int kernel, int stride, int size) {
    Window window = Window.square(kernel, stride, kernel / 2);
    check(new Random(1), in, out, groups, window, size, size, 1);
    check(new Random(2), in, out, groups, window, size, size + 3, 2);
  }

  @Test
  void matchesTheDefinitionOnRandomShapes() {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      int groups = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 1;
      int in = groups * (1 + random.nextInt(12));
      int out = groups * (1 + random.nextInt(40));
      Window window = window(random);
      int height = extent(window.kernelHeight(), window.dilationHeight()) + random.nextInt(9);
      int width = extent(window.kernelWidth(), window.dilationWidth()) + random.nextInt(9);
      check(random, in, out, groups, window, height, width, 1 + random.nextInt(3));
    }
  }

  private static Window window(Random random) {
    return new Window(
        1 + random.nextInt(4),
        1 + random.nextInt(4),
        1 + random.nextInt(3),
        1 + random.nextInt(3),
        random.nextInt(3),
        random.nextInt(3),
        random.nextInt(3),
        random.nextInt(3),
        1 + random.nextInt(2),
        1 + random.nextInt(2));
  }

  private static int extent(int kernel, int dilation) {
    return (kernel - 1) * dilation + 1;
  }

  private static void check(
      Random random, int in, int out, int groups, Window w, int height, int width, int images) {
    int tall = extent(w.kernelHeight(), w.dilationHeight());
    int wide = extent(w.kernelWidth(), w.dilationWidth());
    View x = View.at(0, in, height, width);
    x = x.bordered(w.top() + more(random), w.left() + more(random), w.bottom(), w.right() + 1);
    View y =
        View.at(
                0,
                out,
                (height + w.top() + w.bottom() - tall) / w.strideHeight() + 1,
                (width + w.left() + w.right() - wide) / w.strideWidth() + 1)
            .bordered(more(random), more(random), more(random), more(random));
    View z = random.nextBoolean() ? y.bordered(1, 0, 0, 2) : null;
    Activation activation = random.nextBoolean() ? Activation.RELU : Activation.NONE;
    Tensor weight = tensor(random, out, in / groups, w.kernelHeight(), w.kernelWidth());
    Tensor bias = random.nextBoolean() ? tensor(random, out) : null;

    Layer layer = new Layer(x, z, y, images, random.nextLong(), 0);
    Conv2d conv = Conv2d.of(weight, bias, w, groups, activation);
    float[] result = layer.run(conv, 1);
    assertThat(layer.run(conv, 2)).isEqualTo(result);
    assertThat(layer.run(conv, 3)).isEqualTo(result);
    double[] expected = Convolution.reference(layer, weight, bias, w, groups, activation);
    // The error of one chain of multiply-adds grows with its length.
    double tolerance = 2e-6 * Math.sqrt(weight.values().length / (double) out) + 1e-6;
    for (int i = 0; i < result.length; i++) {
      assertThat((double) result[i]).as("element %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static int more(Random random) {
    return random.nextInt(2);
  }

  private static Tensor tensor(Random random, Integer... dims) {
    float[] values = new float[List.of(dims).stream().reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Tensor(values, List.of(dims));
  }
}
