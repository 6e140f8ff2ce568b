package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;

import java.util.Arrays;

/** Winograd transforms of neighbouring tiles, for as many channels as fill whole vectors. */
final class VectorWinograd {
  /** What stands for no residual: adding it leaves every float as it is, a zero's sign too. */
  private static final float[] NOTHING = new float[LENGTH];

  static {
    Arrays.fill(NOTHING, -0f);
  }

  private VectorWinograd() {}

  /** As {@link io.resnetc.runtime.kernel.Kernels#winogradData}, channels in whole vectors. */
  static void data(
      int m,
      float[] x,
      int xAt,
      int rowStride,
      int columnStride,
      int tiles,
      int channels,
      float[] y,
      int yAt,
      int stride,
      int step,
      int workAt) {
    if (channels == 0) {
      return;
    }
    int columns = m * tiles + 2;
    int line = columns * channels;
    // Whole pixels are one line, and so long that the processor fetches ahead.
    int count = channels == columnStride ? line : channels;
    int times = line / count;
    if (m == 2) {
      VectorWinograd2.data(
          x, xAt, rowStride, columnStride, y, workAt, line, channels, count, times);
      for (int tile = 0; tile < tiles; tile++) {
        int from = workAt + 2 * tile * channels;
        int to = yAt + tile * stride;
        VectorWinograd2.data(y, from, channels, line, y, to, step, 4 * step, channels, 4);
      }
    } else {
      VectorWinograd4.data(
          x, xAt, rowStride, columnStride, y, workAt, line, channels, count, times);
      for (int tile = 0; tile < tiles; tile++) {
        int from = workAt + 4 * tile * channels;
        int to = yAt + tile * stride;
        VectorWinograd4.data(y, from, channels, line, y, to, step, 6 * step, channels, 6);
      }
    }
  }

  /** As {@link io.resnetc.runtime.kernel.Kernels#winogradResult}, with a bound below only. */
  static void result(
      int m,
      float[] products,
      int productsAt,
      int step,
      int workAt,
      int tiles,
      int channels,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      int zRowStride,
      float[] y,
      int yAt,
      int rowStride,
      int columnStride,
      float low) {
    if (z == null) {
      for (int c = 0; c < channels; c += LENGTH) {
        result(
            m,
            products,
            productsAt + c,
            step,
            workAt,
            tiles,
            bias,
            biasAt + c,
            NOTHING,
            0,
            0,
            0,
            y,
            yAt + c,
            rowStride,
            columnStride,
            low);
      }
    } else {
      for (int c = 0; c < channels; c += LENGTH) {
        result(
            m,
            products,
            productsAt + c,
            step,
            workAt,
            tiles,
            bias,
            biasAt + c,
            z,
            zAt + c,
            zRowStride,
            columnStride,
            y,
            yAt + c,
            rowStride,
            columnStride,
            low);
      }
    }
  }

  /** One vector of channels. */
  private static void result(
      int m,
      float[] products,
      int productsAt,
      int step,
      int workAt,
      int tiles,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      int zRowStride,
      int zColumnStride,
      float[] y,
      int yAt,
      int rowStride,
      int columnStride,
      float low) {
    if (m == 2) {
      for (int tile = 0; tile < tiles; tile++) {
        VectorWinograd2.result(
            products,
            productsAt + tile * PANEL,
            step,
            bias,
            biasAt,
            z,
            zAt + 2 * tile * zColumnStride,
            zRowStride,
            zColumnStride,
            y,
            yAt + 2 * tile * columnStride,
            rowStride,
            columnStride,
            low);
      }
    } else {
      VectorWinograd4.resultColumns(products, productsAt, step, products, workAt, tiles);
      VectorWinograd4.resultRows(
          products,
          workAt,
          bias,
          biasAt,
          z,
          zAt,
          zRowStride,
          zColumnStride,
          y,
          yAt,
          rowStride,
          columnStride,
          tiles,
          low);
    }
  }
}
