package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.BinaryFunction;
import io.resnetc.runtime.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BinaryTest {
  private static final int[] CHANNELS = {1, 3, 16, 37};

  @ParameterizedTest
  @EnumSource(BinaryFunction.class)
  void equalShapes(BinaryFunction function) {
    for (int channels : CHANNELS) {
      View x = View.at(0, channels, 5, 4);
      View z = x.bordered(0, 1, 0, 0);
      Layer layer = new Layer(x, z, x.bordered(1, 1, 1, 1), 2, channels, Layer.MARK);
      check(layer, function, layer);
      check(layer, function, layer.inPlace(layer.x));
      check(layer, function, layer.inPlace(layer.z));
    }
  }

  @ParameterizedTest
  @EnumSource(BinaryFunction.class)
  void onePixelIsSpread(BinaryFunction function) {
    for (int channels : CHANNELS) {
      View image = View.at(0, channels, 5, 4).bordered(0, 1, 1, 0);
      View pixel = View.at(0, channels, 1, 1).bordered(0, 1, 0, 1);
      View y = image.bordered(1, 1, 1, 1);
      Layer second = new Layer(image, pixel, y, 2, channels, Layer.MARK);
      check(second, function, second);
      check(second, function, second.inPlace(second.x));
      Layer first = new Layer(pixel, image, y, 2, channels, Layer.MARK);
      check(first, function, first);
      check(first, function, first.inPlace(first.z));
    }
  }

  private static void check(Layer operands, BinaryFunction function, Layer place) {
    Elements.Definition plain =
        (i, c, h, w) ->
            apply(
                function,
                value(operands, operands.x, i, c, h, w),
                value(operands, operands.z, i, c, h, w));
    Elements.check(place, Binary.of(function, Activation.NONE), plain);
    Elements.check(
        place,
        Binary.of(function, Activation.RELU),
        (i, c, h, w) -> Math.max(0, plain.at(i, c, h, w)));
  }

  private static double value(Layer layer, View view, int image, int channel, int row, int column) {
    boolean pixel = view.height() == 1;
    return layer.value(view, image, channel, pixel ? 0 : row, pixel ? 0 : column, Double.NaN);
  }

  private static double apply(BinaryFunction function, double x, double z) {
    return switch (function) {
      case ADD -> x + z;
      case MULTIPLY -> x * z;
      case SUBTRACT -> x - z;
      case DIVIDE -> x / z;
    };
  }
}
