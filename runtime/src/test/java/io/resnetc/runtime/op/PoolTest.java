package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pools against their definition, on windows that hang over the edges. */
class PoolTest {
  @Test
  void maxPoolMatchesTheDefinition() {
    for (int seed = 0; seed < 100; seed++) {
      Case c = Case.random(seed, 1 + seed % 2);
      Layer layer = new Layer(c.x, null, c.y, 2, seed, Layer.MARK);
      float[] result = layer.run(MaxPool.of(c.window), 1);
      assertThat(layer.run(MaxPool.of(c.window), 3)).isEqualTo(result);
      double[] expected = c.reduce(layer, Double.NEGATIVE_INFINITY, Math::max);
      for (int i = 0; i < result.length; i++) {
        assertThat((double) result[i]).as("seed %d", seed).isEqualTo(expected[i]);
      }
    }
  }

  @Test
  void avgPoolMatchesTheDefinition() {
    for (int seed = 0; seed < 100; seed++) {
      boolean countPadding = seed % 2 == 0;
      Case c = Case.random(seed, 1);
      Layer layer = new Layer(c.x, null, c.y, 2, seed, Layer.MARK);
      AvgPool pool = AvgPool.of(c.window, countPadding);
      float[] result = layer.run(pool, 1);
      assertThat(layer.run(pool, 2)).isEqualTo(result);
      double[] sums = c.reduce(layer, 0, Double::sum);
      for (int i = 0; i < result.length; i++) {
        int pixel = i / c.y.channels() % (c.y.height() * c.y.width());
        int divisor = c.divisor(pixel / c.y.width(), pixel % c.y.width(), countPadding);
        assertThat((double) result[i]).isCloseTo(sums[i] / divisor, within(1e-6));
      }
    }
  }

  @Test
  void globalAvgPoolIsTheMeanOfEachChannel() {
    for (int channels : new int[] {1, 15, 16, 70}) {
      View x = View.at(0, channels, 5, 3).bordered(0, 2, 1, 1);
      Layer layer = new Layer(x, null, View.at(0, channels, 1, 1), 2, channels, Layer.MARK);
      float[] result = layer.run(GlobalAvgPool.of(), 1);
      assertThat(layer.run(GlobalAvgPool.of(), 3)).isEqualTo(result);
      Window whole = new Window(5, 3, 1, 1, 0, 0, 0, 0, 1, 1);
      double[] sums = new Case(layer.x, layer.y, whole).reduce(layer, 0, Double::sum);
      for (int i = 0; i < result.length; i++) {
        assertThat((double) result[i]).isCloseTo(sums[i] / 15, within(1e-6));
      }
    }
  }

  @Test
  void maxPoolKeepsNan() {
    View x = View.at(0, 17, 2, 2);
    Layer layer = new Layer(x, null, View.at(0, 17, 1, 1), 1, 7, Layer.MARK);
    layer.arena()[layer.x.offset() + 3] = Float.NaN;
    layer.arena()[layer.x.offset() + 16] = Float.NaN;
    float[] result = layer.run(MaxPool.of(Window.square(2, 2, 0)), 1);
    for (int i = 0; i < 17; i++) {
      assertThat(Float.isNaN(result[i])).isEqualTo(i == 3 || i == 16);
    }
  }

  private interface Reduction {
    double apply(double a, double b);
  }

  private record Case(View x, View y, Window window) {
    static Case random(int seed, int dilation) {
      Random random = new Random(seed);
      int kernel = 2 + random.nextInt(2);
      int stride = 1 + random.nextInt(3);
      int padding = random.nextInt(kernel / 2 + 1);
      int after = padding + random.nextInt(2);
      Window w =
          new Window(
              kernel, kernel, stride, stride, padding, padding, after, after, dilation, dilation);
      int extent = (kernel - 1) * dilation + 1;
      int height = extent + random.nextInt(7);
      int width = extent + random.nextInt(7);
      int channels = 1 + random.nextInt(40);
      boolean ceil = random.nextBoolean();
      View y =
          View.at(
              0,
              channels,
              output(height, extent, stride, padding, after, ceil),
              output(width, extent, stride, padding, after, ceil));
      View x = View.at(0, channels, height, width);
      return new Case(
          x.bordered(random.nextInt(2), 0, 1, random.nextInt(2)), y.bordered(1, 1, 0, 2), w);
    }

    private static int output(int size, int extent, int stride, int pad, int after, boolean ceil) {
      int slack = size + pad + after - extent;
      int steps = (ceil ? slack + stride - 1 : slack) / stride;
      return (ceil && steps * stride >= size + pad ? steps - 1 : steps) + 1;
    }

    double[] reduce(Layer layer, double start, Reduction reduction) {
      double[] result = new double[layer.images() * (int) Views.elements(y)];
      for (int i = 0; i < result.length; i++) {
        int channel = i % y.channels();
        int pixel = i / y.channels();
        int column = pixel % y.width();
        int line = pixel / y.width();
        int top = line % y.height() * window.strideHeight() - window.top();
        int left = column * window.strideWidth() - window.left();
        result[i] = start;
        for (int ky = 0; ky < window.kernelHeight(); ky++) {
          for (int kx = 0; kx < window.kernelWidth(); kx++) {
            double value =
                layer.value(
                    layer.x,
                    line / y.height(),
                    channel,
                    top + ky * window.dilationHeight(),
                    left + kx * window.dilationWidth(),
                    start);
            result[i] = reduction.apply(result[i], value);
          }
        }
      }
      return result;
    }

    int divisor(int row, int column, boolean countPadding) {
      int top = row * window.strideHeight() - window.top();
      int left = column * window.strideWidth() - window.left();
      int count = 0;
      for (int r = top; r < top + window.kernelHeight(); r++) {
        for (int c = left; c < left + window.kernelWidth(); c++) {
          boolean inside = r >= 0 && r < x.height() && c >= 0 && c < x.width();
          boolean padded = r < x.height() + window.bottom() && c < x.width() + window.right();
          count += inside || countPadding && padded ? 1 : 0;
        }
      }
      return count;
    }
  }
}
