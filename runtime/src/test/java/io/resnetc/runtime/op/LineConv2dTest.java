package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.ScalarKernels;
import io.resnetc.runtime.weights.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lanes that are outputs have the bits of lanes that are rows, which meet the definition. */
class LineConv2dTest {
  @ParameterizedTest
  @CsvSource({
    // in, out, kernel, stride, height, width, images
    "64, 128, 3, 2, 12, 9, 1",
    "3, 130, 7, 2, 20, 15, 1",
    "70, 515, 1, 1, 7, 7, 2",
    "33, 256, 1, 2, 9, 5, 1",
    "1, 600, 1, 1, 3, 3, 1",
  })
  void hasTheBitsOfTheProductOfPanels(
      int in, int out, int kernel, int stride, int height, int width, int images) {
    Random random = new Random(in);
    Window window = Window.square(kernel, stride, kernel / 2);
    Tensor weight = tensor(random, out, in, kernel, kernel);
    Tensor bias = tensor(random, out);
    View x = View.at(0, in, height, width).bordered(kernel / 2, kernel / 2, kernel / 2, kernel / 2);
    View y =
        View.at(0, out, (height - 1) / stride + 1, (width - 1) / stride + 1).bordered(1, 0, 0, 1);
    for (View z : new View[] {null, y.bordered(0, 1, 0, 0)}) {
      Layer layer = new Layer(x, z, y, images, in, 0);
      Activation relu = Activation.RELU;
      float[] expected = layer.run(GemmConv2d.pack(weight, bias, window, 1, relu), 1);
      Conv2d conv = LineConv2d.pack(weight, bias, window, relu).on(new ScalarKernels());
      for (int parts = 1; parts < 4; parts++) {
        assertThat(layer.run(conv, parts)).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // tile, kernel, stride, in, out, height, width, images
    "2, 3, 1, 64, 128, 7, 7, 1",
    "2, 3, 1, 512, 520, 4, 5, 2",
    "4, 3, 1, 33, 130, 11, 18, 3",
    "4, 3, 1, 128, 300, 8, 8, 1",
    "2, 3, 2, 64, 128, 8, 7, 2",
    "3, 7, 2, 3, 130, 13, 14, 1",
    "2, 5, 3, 20, 70, 5, 6, 1",
  })
  void hasTheBitsOfWinogradsFormOnPanels(
      int tile, int kernel, int stride, int in, int out, int height, int width, int images) {
    Random random = new Random(in);
    int padding = kernel / 2;
    Window window = Window.square(kernel, stride, padding);
    WinogradDomain domain = WinogradDomain.of(tile, window, in);
    Tensor weight = tensor(random, out, in, kernel, kernel);
    Tensor bias = tensor(random, out);
    View x = View.at(0, in, height * stride, width * stride);
    x = x.bordered(padding, padding, padding, padding);
    View y = View.at(0, out, height, width).bordered(0, 1, 1, 0);
    for (View z : new View[] {null, y}) {
      Layer layer = new Layer(x, z, y, images, in, 0);
      ScalarKernels kernels = new ScalarKernels();
      Activation relu = Activation.RELU;
      float[] expected = layer.run(PanelWinogradConv2d.pack(domain, weight, bias, window, relu), 1);
      Conv2d conv = LineWinogradConv2d.pack(domain, weight, bias, window, relu).on(kernels);
      for (int parts = 1; parts < 4; parts++) {
        assertThat(layer.run(conv, parts)).isEqualTo(expected);
      }
      if (tile == 4 && WinogradConv2d.supportsCompact(window)) {
        Conv2d panels = PanelWinogradConv2d.packRows(domain, weight, bias, window, relu);
        Conv2d lines = LineWinogradConv2d.packRows(domain, weight, bias, window, relu).on(kernels);
        assertThat(layer.run(lines, 2)).isEqualTo(layer.run(panels, 1));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // in, out, height, width, images
    "512, 512, 4, 4, 1",
    "33, 130, 11, 18, 3",
    "20, 70, 5, 160, 1",
    "8, 600, 70, 2, 2",
  })
  void hasTheBitsOfWinogradsFormAlongTheWidth(int in, int out, int height, int width, int images) {
    Random random = new Random(in);
    Window window = Window.square(3, 1, 1);
    Tensor weight = tensor(random, out, in, 3, 3);
    Tensor bias = tensor(random, out);
    Activation relu = Activation.RELU;
    View x = View.at(0, in, height, width).bordered(1, 1, 1, 1);
    View y = View.at(0, out, height, width).bordered(0, 1, 1, 0);
    for (View z : new View[] {null, y}) {
      Layer layer = new Layer(x, z, y, images, in, 0);
      float[] expected = layer.run(PanelWidthWinogradConv2d.pack(weight, bias, window, relu), 1);
      Conv2d conv = LineWidthWinogradConv2d.pack(weight, bias, window, relu);
      for (int parts = 1; parts < 4; parts++) {
        assertThat(layer.run(conv.on(new ScalarKernels()), parts)).isEqualTo(expected);
      }
    }
  }

  private static Tensor tensor(Random random, Integer... dims) {
    float[] values = new float[List.of(dims).stream().reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Tensor(values, List.of(dims));
  }
}
