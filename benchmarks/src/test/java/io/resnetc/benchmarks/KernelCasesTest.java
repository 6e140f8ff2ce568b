package io.resnetc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.runtime.View;
import io.resnetc.runtime.kernel.Kernels;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is timed is what its row says: some elements of each result are computed by definition. */
class KernelCasesTest {
  private static final int SAMPLES = 50;

  private long multiplyAdds;

  private static Stream<LayerCase> layers() {
    return KernelCases.ALL.stream().filter(LayerCase.class::isInstance).map(LayerCase.class::cast);
  }

  private static Stream<TileCase> tiles() {
    return KernelCases.ALL.stream().filter(TileCase.class::isInstance).map(TileCase.class::cast);
  }

  @Test
  void everyKernelHasANameOfItsOwn() {
    assertThat(KernelCases.ALL).extracting(KernelCase::key).doesNotHaveDuplicates();
    for (KernelCase kernel : KernelCases.ALL) {
      assertThat(KernelCases.of(kernel.key())).isSameAs(kernel);
    }
  }

  @ParameterizedTest
  @MethodSource("tiles")
  void aTileIsRowsTimesAPanel(TileCase tile) {
    TileCase.Tile prepared = tile.prepare();
    prepared.run();
    for (int i = 0; i < prepared.sums().length; i++) {
      double sum = 0;
      for (int k = 0; k < tile.depth(); k++) {
        double a = prepared.a()[i / Kernels.PANEL * tile.depth() + k];
        sum += a * prepared.panel()[k * Kernels.PANEL + i % Kernels.PANEL];
      }
      assertThat((double) prepared.sums()[i]).isCloseTo(sum, within(1e-4));
    }
    assertThat(tile.multiplyAdds()).isEqualTo((long) prepared.sums().length * tile.depth());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aLayerIsWhatItsRowSays(LayerCase layer) {
    Layer prepared = layer.prepare();
    prepared.run();
    float[] weights = layer.weights();
    View y = prepared.y();
    Random random = new Random(3);
    for (int i = 0; i < SAMPLES; i++) {
      int row = random.nextInt(y.height());
      int column = random.nextInt(y.width());
      int output = random.nextInt(y.channels());
      double expected = element(layer, prepared, weights, row, column, output);
      float actual = prepared.arena()[at(y, row, column, output)];
      assertThat((double) actual)
          .as("%d, %d, %d", row, column, output)
          .isCloseTo(expected, within(2e-4));
    }
    long elements = (long) y.height() * y.width() * y.channels();
    assertThat(layer.multiplyAdds()).isEqualTo(elements * multiplyAdds / SAMPLES);
  }

  /** An element of the result by definition; counts its multiply-adds, those with zeros too. */
  private double element(
      LayerCase layer, Layer prepared, float[] weights, int row, int column, int output) {
    double sum = 0;
    double largest = Double.NEGATIVE_INFINITY;
    int taps = layer.kernelSize() * layer.kernelSize();
    boolean mixes = layer.form().hasWeights() && layer.form() != LayerForm.DEPTHWISE;
    int inputs = mixes ? layer.inputs() : 1;
    for (int tap = 0; tap < taps; tap++) {
      for (int i = 0; i < inputs; i++) {
        double x = input(layer, prepared, row, column, tap, mixes ? i : output);
        largest = Math.max(largest, x);
        if (layer.form().hasWeights()) {
          sum += x * weights[(output * inputs + i) * taps + tap];
          multiplyAdds++;
        } else {
          sum += x / taps;
        }
      }
    }
    return switch (layer.form()) {
      case MAX_POOL -> largest;
      case MEAN -> sum;
      default -> Math.max(0, sum);
    };
  }

  private static double input(
      LayerCase layer, Layer prepared, int row, int column, int tap, int channel) {
    View x = prepared.x();
    int r = row * layer.stride() - x.top() + tap / layer.kernelSize();
    int c = column * layer.stride() - x.left() + tap % layer.kernelSize();
    boolean inside = r >= 0 && r < x.height() && c >= 0 && c < x.width();
    double outside = layer.form() == LayerForm.MAX_POOL ? Double.NEGATIVE_INFINITY : 0;
    return inside ? prepared.arena()[at(x, r, c, channel)] : outside;
  }

  private static int at(View view, int row, int column, int channel) {
    int pixel = row * view.rowStride() + column * view.channels();
    return view.offset() + view.interior() + pixel + channel;
  }
}
