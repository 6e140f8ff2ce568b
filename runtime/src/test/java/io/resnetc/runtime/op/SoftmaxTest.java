package io.resnetc.runtime.op;

import io.resnetc.runtime.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Softmax and its logarithm, of vectors and of each pixel of a map, also in place. */
class SoftmaxTest {
  @ParameterizedTest
  @CsvSource({"23, 1, 1", "1, 1, 1", "5, 4, 3", "17, 1, 6"})
  void ofEachPixel(int channels, int height, int width) {
    View x = View.at(0, channels, height, width);
    View y = height == 1 ? x : x.bordered(1, 0, 2, 1);
    Layer layer = new Layer(x, null, y, 2, 5, Layer.MARK);
    // Larger than what exp takes: the largest has to be taken away first.
    layer.arena()[layer.x.offset() * 2] = 300;
    for (Layer place : new Layer[] {layer, layer.inPlace(layer.x)}) {
      Elements.check(place, Softmax.of(false), (i, c, h, w) -> Math.exp(log(layer, i, c, h, w)));
      Elements.check(place, Softmax.of(true), (i, c, h, w) -> log(layer, i, c, h, w));
    }
  }

  private static double log(Layer layer, int image, int channel, int row, int column) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < layer.x.channels(); c++) {
      largest = Math.max(largest, layer.value(layer.x, image, c, row, column, Double.NaN));
    }
    double sum = 0;
    for (int c = 0; c < layer.x.channels(); c++) {
      sum += Math.exp(layer.value(layer.x, image, c, row, column, Double.NaN) - largest);
    }
    double own = layer.value(layer.x, image, channel, row, column, Double.NaN);
    return own - largest - Math.log(sum);
  }
}
