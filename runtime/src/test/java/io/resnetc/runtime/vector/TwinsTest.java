package io.resnetc.runtime.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarKernels;
import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.kernel.WinogradTransform;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every primitive in both twins, bit for bit. Surefire runs this class for vectors of 4, 8 and 16
 * lanes; both twins agreeing with the scalar one, all lengths agree.
 */
class TwinsTest {
  private static final int[] SIZES = {1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 100};
  private static final float[] SPECIAL = {
    0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -1e-40f
  };

  private static final Activation[] ACTIVATIONS = {
    Activation.NONE, Activation.RELU, new Activation(-1, 6)
  };

  private interface Use {
    void on(Kernels kernels, float[] y);
  }

  @BeforeAll
  static void needsTheModule() {
    assumeThat(ModuleLayer.boot().findModule("jdk.incubator.vector"))
        .as("the Vector API: run with --add-modules jdk.incubator.vector")
        .isPresent();
  }

  @Test
  void hasTheForcedLength() {
    Integer forced = Integer.getInteger("resnetc.vector.lanes");
    assertThat(VectorKernels.lanes()).isIn(4, 8, 16);
    if (forced != null) {
      assertThat(VectorKernels.lanes()).isEqualTo(forced);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 27, 256})
  void multiply(int depth) {
    float[] panel = values(3 * depth * Kernels.PANEL + 3, depth);
    for (int rows : new int[] {1, 4, 5, 6, 7, 8, 13, 14, 31, 70}) {
      int stride = depth + rows;
      float[] a = values(5 + 83 * stride, rows);
      for (int pieces : new int[] {1, 3}) {
        for (int width : new int[] {Kernels.PANEL / 2, Kernels.PANEL}) {
          for (float[] starts : new float[][] {null, values(2 + 79 * Kernels.PANEL, rows)}) {
            same(
                1 + 79 * Kernels.PANEL,
                (kernels, y) -> {
                  kernels.multiply(
                      a,
                      5,
                      stride,
                      rows,
                      pieces,
                      2 * stride,
                      depth,
                      panel,
                      3,
                      width,
                      starts,
                      2,
                      y,
                      1);
                  clearUnspecified(y, 1, rows, width);
                });
          }
        }
      }
      same(1 + Kernels.PANEL, (kernels, y) -> kernels.multiplyRow(a, 5, depth, panel, 3, y, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 27, 256})
  void multiplyAndStore(int depth) {
    float[] panel = values(3 * depth * Kernels.PANEL + 3, depth);
    float[] bias = values(40, 1);
    for (int i = 0; i < bias.length; i++) {
      bias[i] += 0f;
    }
    float[] z = values(3000, 2);
    for (int rows : new int[] {1, 4, 6, 7, 8, 9, 13, 14, 16, 23, 31}) {
      int stride = depth + rows;
      float[] a = values(5 + 44 * stride, rows);
      for (int pieces : new int[] {1, 3}) {
        for (int count : new int[] {1, 10, 16, 17, 32}) {
          for (Activation activation : ACTIVATIONS) {
            for (int residual = 0; residual < 3; residual++) {
              int which = residual;
              same(
                  3000,
                  (kernels, y) ->
                      kernels.multiplyAndStore(
                          a,
                          5,
                          stride,
                          rows,
                          pieces,
                          2 * stride,
                          depth,
                          panel,
                          3,
                          bias,
                          2,
                          which == 0 ? null : which == 1 ? z : y,
                          which == 1 ? 4 : 7,
                          which == 1 ? 64 : 70,
                          y,
                          7,
                          70,
                          count,
                          activation,
                          new float[Kernels.scratch(rows)],
                          0));
            }
          }
        }
      }
    }
  }

  /** Clears what is not one of {@code rows} sums of {@code width}. */
  private static void clearUnspecified(float[] sums, int at, int rows, int width) {
    for (int row = 0; row < rows; row++) {
      Arrays.fill(sums, at + row * Kernels.PANEL + width, at + (row + 1) * Kernels.PANEL, 0);
    }
    Arrays.fill(sums, at + rows * Kernels.PANEL, sums.length, 0);
  }

  @Test
  void epilogue() {
    float[] bias = values(110, 1);
    float[] z = values(4000, 2);
    for (int count : SIZES) {
      int rows = count <= Kernels.PANEL ? 3 : 1;
      for (Activation activation : ACTIVATIONS) {
        float[] sums = values(rows * Kernels.PANEL + 100, count);
        same(
            4000,
            (kernels, y) ->
                kernels.epilogue(
                    sums.clone(), 2, bias, 3, null, 0, y, 7, count + 5, rows, count, activation));
        same(
            4000,
            (kernels, y) ->
                kernels.epilogue(
                    sums.clone(), 2, bias, 3, z, 4, y, 7, count + 5, rows, count, activation));
        same(
            4000,
            (kernels, y) ->
                kernels.epilogue(
                    sums.clone(), 2, bias, 3, y, 7, y, 7, count + 5, rows, count, activation));
      }
    }
  }

  @Test
  void windows() {
    float[] x = values(4000, 3);
    for (int channels : SIZES) {
      int row = 4 * channels + 3;
      float[] weight = values(6 * channels, channels);
      same(110, (k, y) -> k.depthwise(x, 9, 2, row, 3, channels, weight, y, channels));
      same(110, (k, y) -> k.max(x, 9, 3, row, 2, channels, y, 5, channels));
      same(110, (k, y) -> k.max(x, 9, 0, row, 2, channels, y, 5, channels));
      same(110, (k, y) -> k.mean(x, 9, 3, row, 3, channels, 7, y, 5, channels));
    }
  }

  @Test
  void pointwise() {
    float[] x = values(110, 4);
    float[] z = values(110, 5);
    float[] shift = values(110, 6);
    for (int count : SIZES) {
      for (Activation activation : ACTIVATIONS) {
        same(110, (k, y) -> k.add(x, 1, z, 2, y, 3, count, activation));
        same(110, (k, y) -> k.times(x, 1, z, 2, y, 3, count, activation));
        same(110, (k, y) -> k.scaleShift(x, 1, z, shift, y, 3, count, activation));
      }
      same(110, (k, y) -> k.clamp(x, 1, y, 3, count, Activation.RELU));
    }
  }

  @Test
  void strassenData() {
    for (int half : new int[] {16, 48}) {
      for (int pairs : new int[] {1, 3}) {
        float[] x = values(7 + pairs * 4 * half, half);
        int step = pairs * (half + 1) + 1;
        same(3 + 4 * step, (k, y) -> k.strassenData(x, 7, pairs, half, y, 3, half + 1, step));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void winograd(WinogradTransform transform) {
    for (int count : SIZES) {
      int step = count + 3;
      float[] x = values(7 + 6 * step, count);
      same(3 + 6 * step, (k, y) -> k.winograd(transform, x, 7, step, y, 3, step, count));
    }
  }

  @ParameterizedTest
  @EnumSource
  void winogradData(WinogradForm form) {
    int m = form.tile();
    int side = form.side();
    for (int channels : SIZES) {
      for (int tiles : new int[] {1, 2, 5}) {
        int line = (m * (tiles - 1) + side) * channels;
        float[] x = values(7 + side * (line + 3), channels);
        int stride = channels + Kernels.LANES;
        int step = tiles * stride + 1;
        int work = 3 + side * side * step;
        for (int less : new int[] {0, 1, 2, 3}) {
          int wanted = side - less / 2;
          int columns = m - less % 2;
          same(
              work + side * line + Kernels.LANES,
              (k, y) -> {
                k.winogradData(
                    form, wanted, x, 7, line + 3, tiles, columns, channels, y, 3, stride, step,
                    work);
                for (int i = 0; i < wanted * side * tiles; i++) {
                  int end = 3 + i / tiles * step + i % tiles * stride + channels;
                  Arrays.fill(y, end, end + Kernels.LANES, 0);
                }
                Arrays.fill(y, work, y.length, 0);
              });
        }
      }
    }
  }

  @Test
  void winogradRow() {
    for (int inputs : new int[] {1, 40, 64, 150}) {
      int stride = inputs + 3;
      int dataStep = Kernels.ROW_TILES * stride + 7;
      float[] data = values(5 + 6 * dataStep, inputs);
      float[] weights = values(7 + inputs * 3 * Kernels.PANEL, 1);
      int step = Kernels.ROW_TILES * Kernels.PANEL + 16;
      same(
          3 + 6 * step,
          (k, y) -> k.winogradRow(data, 5, stride, dataStep, inputs, weights, 7, y, 3, step));
    }
  }

  @ParameterizedTest
  @EnumSource
  void winogradResult(WinogradForm form) {
    int m = form.tile();
    int side = form.side();
    float[] bias = values(110, 1);
    for (int count = 1; count <= Kernels.PANEL; count += 1 + count / 4) {
      int channels = count;
      for (int tiles : new int[] {1, 2, 5}) {
        int column = channels + 2;
        int row = m * tiles * column + 5;
        int step = tiles * Kernels.PANEL + 1;
        int work = 9 + side * side * step;
        float[] products = values(work + m * (side + m) * tiles * Kernels.PANEL, channels);
        float[] z = values(4 + m * (row + 1), tiles);
        for (int less = 0; less < 4; less++) {
          int rows = m - less / 2;
          int columns = m - less % 2;
          for (Activation activation : ACTIVATIONS) {
            float[][] residuals = {null, z};
            for (float[] residual : residuals) {
              same(
                  7 + m * row,
                  (k, y) ->
                      k.winogradResult(
                          form,
                          products.clone(),
                          9,
                          step,
                          work,
                          tiles,
                          rows,
                          columns,
                          channels,
                          bias,
                          2,
                          residual,
                          4,
                          row + 1,
                          y,
                          7,
                          row,
                          column,
                          activation));
            }
            same(
                7 + m * row,
                (k, y) ->
                    k.winogradResult(
                        form,
                        products.clone(),
                        9,
                        step,
                        work,
                        tiles,
                        rows,
                        columns,
                        channels,
                        bias,
                        2,
                        y,
                        7,
                        row,
                        y,
                        7,
                        row,
                        column,
                        activation));
          }
        }
      }
    }
  }

  /** Both twins leave the same bits in an array that held the same before; NaNs are all one. */
  private static void same(int length, Use use) {
    float[] expected = values(length, 77);
    float[] actual = expected.clone();
    float[] first = expected.clone();
    use.on(new ScalarKernels(), expected);
    use.on(new VectorKernels(), actual);
    use.on(ScalarKernels.untilReplaced(), first);
    assertThat(bits(actual)).isEqualTo(bits(expected));
    assertThat(bits(first)).isEqualTo(bits(expected));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToIntBits(values[i]));
    return bits;
  }

  private static float[] values(int length, long seed) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      boolean special = random.nextInt(40) == 0;
      values[i] =
          special
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : (random.nextFloat() - 0.5f) * (1 << random.nextInt(12));
    }
    return values;
  }
}
