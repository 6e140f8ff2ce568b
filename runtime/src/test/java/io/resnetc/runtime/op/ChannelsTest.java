package io.resnetc.runtime.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators that place, cut, order and reduce channels, and those that pad. */
class ChannelsTest {
  @Test
  void placesLeaveTheOtherChannels() {
    View x = View.at(0, 5, 3, 4).bordered(1, 0, 0, 1);
    View y = View.at(0, 12, 3, 4).bordered(0, 1, 1, 0);
    Layer layer = new Layer(x, null, y, 2, 1, Layer.MARK);
    for (int first : new int[] {0, 4, 7}) {
      float[] result = layer.run(ChannelPlace.of(first), 1);
      assertThat(layer.run(ChannelPlace.of(first), 3)).isEqualTo(result);
      for (int i = 0; i < result.length; i++) {
        int channel = i % 12 - first;
        int pixel = i / 12;
        double outside = Layer.MARK;
        double expected =
            channel < 0 || channel >= 5
                ? outside
                : layer.value(layer.x, pixel / 12, channel, pixel % 12 / 4, pixel % 4, outside);
        assertThat(result[i]).isEqualTo(Float.valueOf((float) expected));
      }
    }
  }

  @Test
  void slice() {
    View x = View.at(0, 12, 3, 4).bordered(1, 0, 0, 1);
    Layer layer = new Layer(x, null, View.at(0, 5, 3, 4).bordered(0, 1, 0, 1), 2, 2, Layer.MARK);
    for (int from : new int[] {0, 3, 7}) {
      Elements.check(layer, ChannelSlice.of(from), (i, c, h, w) -> x(layer, i, from + c, h, w));
    }
  }

  @Test
  void shuffle() {
    View x = View.at(0, 12, 3, 4).bordered(1, 0, 0, 1);
    Layer layer = new Layer(x, null, x.bordered(0, 1, 0, 0), 2, 3, Layer.MARK);
    for (int groups : new int[] {1, 2, 3, 4, 12}) {
      Elements.check(
          layer,
          ChannelShuffle.of(groups),
          (i, c, h, w) -> x(layer, i, c % groups * (12 / groups) + c / groups, h, w));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // top, left, bottom, right
    "0, 0, 0, 0",
    "1, 2, 3, 1",
    "-1, -2, 0, 0",
    "0, 0, -2, -1",
    "2, -1, -3, 4",
    "-3, 6, 9, -5",
    "7, 7, -6, -6",
  })
  void pad(int top, int left, int bottom, int right) {
    View x = View.at(0, 5, 5, 6).bordered(1, 0, 0, 1);
    View y = View.at(0, 5, 5 + top + bottom, 6 + left + right).bordered(1, 0, 2, 0);
    Layer layer = new Layer(x, null, y, 2, 4, Layer.MARK);
    Elements.check(
        layer,
        Pad.of(top, left, -1.5),
        (i, c, h, w) -> layer.value(layer.x, i, c, h - top, w - left, -1.5));
  }

  @Test
  void globalMaxPool() {
    for (int channels : new int[] {1, 15, 16, 70}) {
      View x = View.at(0, channels, 5, 3).bordered(0, 2, 1, 1);
      Layer layer = new Layer(x, null, View.at(0, channels, 1, 1), 2, channels, Layer.MARK);
      Elements.check(layer, GlobalMaxPool.of(), (i, c, h, w) -> largest(layer, i, c));
    }
  }

  private static double largest(Layer layer, int image, int channel) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int pixel = 0; pixel < 15; pixel++) {
      largest = Math.max(largest, x(layer, image, channel, pixel / 3, pixel % 3));
    }
    return largest;
  }

  private static double x(Layer layer, int image, int channel, int row, int column) {
    return layer.value(layer.x, image, channel, row, column, Double.NaN);
  }
}
