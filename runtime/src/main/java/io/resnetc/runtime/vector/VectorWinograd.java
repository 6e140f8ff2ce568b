package io.resnetc.runtime.vector;

import static io.resnetc.runtime.kernel.Kernels.PANEL;
import static io.resnetc.runtime.vector.Lanes.LENGTH;
import static io.resnetc.runtime.vector.Lanes.SPECIES;

import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.kernel.WinogradTransform;
import java.util.Arrays;

/** Winograd transforms of neighbouring tiles, for as many channels as fill whole vectors. */
final class VectorWinograd {
  /** What stands for no residual: adding it leaves every float as it is, a zero's sign too. */
  private static final float[] NOTHING = new float[LENGTH];

  static {
    Arrays.fill(NOTHING, -0f);
  }

  private VectorWinograd() {}

  /**
   * As {@link io.resnetc.runtime.kernel.Kernels#winograd}, for as many floats of a line as fill
   * whole vectors, or for none by transforms that no operator takes alone.
   *
   * @return how many floats
   */
  static int transform(
      WinogradTransform transform,
      float[] x,
      int xAt,
      int xStep,
      float[] y,
      int yAt,
      int yStep,
      int count) {
    int whole = SPECIES.loopBound(count);
    switch (transform) {
      case DATA_4 -> VectorWinograd23.data(x, xAt, xStep, 0, y, yAt, yStep, 0, whole, 1);
      case RESULT_2_3 -> VectorWinograd23.results(x, xAt, xStep, y, yAt, yStep, whole);
      default -> {
        return 0;
      }
    }
    return whole;
  }

  /**
   * As {@link io.resnetc.runtime.kernel.Kernels#winogradData}, for lines of at least a vector. What
   * of a line fills no whole vector is in the last one, which begins early and computes some of it
   * twice; a vector of a tile goes beyond its channels.
   */
  static void data(
      WinogradForm form,
      int rows,
      float[] x,
      int xAt,
      int rowStride,
      int tiles,
      int columns,
      int channels,
      float[] y,
      int yAt,
      int stride,
      int step,
      int workAt) {
    int side = form.side();
    int line = (columns * (tiles - 1) + side) * channels;
    int whole = SPECIES.loopBound(line);
    lines(form, x, xAt, rowStride, 0, y, workAt, line, 0, whole, 1);
    if (whole < line) {
      int last = line - LENGTH;
      lines(form, x, xAt + last, rowStride, 0, y, workAt + last, line, 0, LENGTH, 1);
    }
    int count = SPECIES.loopBound(channels + LENGTH - 1);
    for (int tile = 0; tile < tiles; tile++) {
      int from = workAt + columns * tile * channels;
      int to = yAt + tile * stride;
      lines(form, y, from, channels, line, y, to, step, side * step, count, rows);
    }
  }

  private static void lines(
      WinogradForm form,
      float[] x,
      int xAt,
      int xStep,
      int xNext,
      float[] y,
      int yAt,
      int yStep,
      int yNext,
      int count,
      int times) {
    switch (form) {
      case F_2_2 -> VectorWinograd22.data(x, xAt, xStep, xNext, y, yAt, yStep, yNext, count, times);
      case F_2_3 -> VectorWinograd23.data(x, xAt, xStep, xNext, y, yAt, yStep, yNext, count, times);
      case F_4_2 -> VectorWinograd42.data(x, xAt, xStep, xNext, y, yAt, yStep, yNext, count, times);
      case F_3_4, F_4_3 ->
          VectorWinograd43.data(x, xAt, xStep, xNext, y, yAt, yStep, yNext, count, times);
    }
  }

  /** As {@link io.resnetc.runtime.kernel.Kernels#winogradResult}, with a bound below only. */
  static void result(
      WinogradForm form,
      float[] products,
      int productsAt,
      int step,
      int workAt,
      int tiles,
      int rows,
      int columns,
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
            form,
            products,
            productsAt + c,
            step,
            workAt,
            tiles,
            rows,
            columns,
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
            form,
            products,
            productsAt + c,
            step,
            workAt,
            tiles,
            rows,
            columns,
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

  /**
   * One vector of channels. An output that is left out is stored in the place of the one before it,
   * and then that one.
   */
  private static void result(
      WinogradForm form,
      float[] products,
      int productsAt,
      int step,
      int workAt,
      int tiles,
      int rows,
      int columns,
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
    switch (form) {
      case F_2_2 -> {
        for (int tile = 0; tile < tiles; tile++) {
          VectorWinograd22.result(
              products,
              productsAt + tile * PANEL,
              step,
              bias,
              biasAt,
              z,
              zAt + columns * tile * zColumnStride,
              (rows - 1) * zRowStride,
              (columns - 1) * zColumnStride,
              y,
              yAt + columns * tile * columnStride,
              (rows - 1) * rowStride,
              (columns - 1) * columnStride,
              low);
        }
      }
      case F_2_3 -> {
        for (int tile = 0; tile < tiles; tile++) {
          VectorWinograd23.result(
              products,
              productsAt + tile * PANEL,
              step,
              bias,
              biasAt,
              z,
              zAt + columns * tile * zColumnStride,
              (rows - 1) * zRowStride,
              (columns - 1) * zColumnStride,
              y,
              yAt + columns * tile * columnStride,
              (rows - 1) * rowStride,
              (columns - 1) * columnStride,
              low);
        }
      }
      case F_3_4 -> {
        VectorWinograd34.resultColumns(products, productsAt, step, products, workAt, tiles);
        VectorWinograd34.resultRows(
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
            rows,
            columns,
            low);
      }
      case F_4_2 -> {
        VectorWinograd42.resultColumns(products, productsAt, step, products, workAt, tiles);
        VectorWinograd42.resultRows(
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
            rows,
            columns,
            low);
      }
      case F_4_3 -> {
        VectorWinograd43.resultColumns(products, productsAt, step, products, workAt, tiles);
        VectorWinograd43.resultRows(
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
            rows,
            columns,
            low);
      }
    }
  }
}
