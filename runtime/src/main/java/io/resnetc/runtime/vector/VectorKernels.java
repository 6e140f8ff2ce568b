package io.resnetc.runtime.vector;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.Residual;
import io.resnetc.runtime.kernel.ScalarKernels;
import io.resnetc.runtime.kernel.WinogradForm;
import io.resnetc.runtime.kernel.WinogradTransform;

/** The primitives on the Vector API. Channels that do not fill a vector are left to scalar code. */
public final class VectorKernels implements Kernels {
  private final Kernels scalar = new ScalarKernels();

  /** How many floats a vector holds. */
  public static int lanes() {
    return Lanes.LENGTH;
  }

  @Override
  public int tileRows(int rows) {
    return VectorProduct.tileRows(rows);
  }

  @Override
  public int leastRows() {
    return VectorProduct.LEAST_ROWS;
  }

  @Override
  public int mostRows() {
    return VectorProduct.MOST_ROWS;
  }

  @Override
  public void multiply(
      float[] a,
      int aAt,
      int stride,
      int rows,
      int pieces,
      int pieceStep,
      int depth,
      float[] panel,
      int panelAt,
      int width,
      float[] starts,
      int startsAt,
      float[] sums,
      int sumsAt) {
    VectorProduct.multiply(
        a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width, starts, startsAt,
        sums, sumsAt);
  }

  @Override
  public void multiplyAndStore(
      float[] a,
      int aAt,
      int stride,
      int rows,
      int pieces,
      int pieceStep,
      int depth,
      float[] panel,
      int panelAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      int zStride,
      float[] y,
      int yAt,
      int yStride,
      int count,
      Activation activation,
      float[] sums,
      int sumsAt) {
    int tileRows = tileRows(rows);
    int stored = 0;
    if (VectorStoredProduct.suits(tileRows, count)) {
      stored = z == null ? rows : rows / tileRows * tileRows;
      VectorStoredProduct.multiply(
          tileRows,
          a,
          aAt,
          stride,
          stored,
          pieces,
          pieceStep,
          depth,
          panel,
          panelAt,
          bias,
          biasAt,
          z,
          zAt,
          zStride,
          y,
          yAt,
          yStride,
          activation.low(),
          sums,
          sumsAt);
      if (activation.isBoundedAbove()) {
        VectorEpilogue.clamp(y, yAt, yStride, stored, activation);
      }
    }
    if (stored < rows) {
      // A tile that overlaps the one before would take its result for the residual.
      int first = Math.max(0, Math.min(stored, rows - tileRows));
      multiplyThenStore(
          a,
          aAt + first * stride,
          stride,
          rows - first,
          pieces,
          pieceStep,
          depth,
          panel,
          panelAt,
          bias,
          biasAt,
          z,
          zAt + first * zStride,
          zStride,
          y,
          yAt + first * yStride,
          yStride,
          stored - first,
          count,
          activation,
          sums,
          sumsAt);
    }
  }

  /** Stores all but the first {@code known} rows. */
  private void multiplyThenStore(
      float[] a,
      int aAt,
      int stride,
      int rows,
      int pieces,
      int pieceStep,
      int depth,
      float[] panel,
      int panelAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      int zStride,
      float[] y,
      int yAt,
      int yStride,
      int known,
      int count,
      Activation activation,
      float[] sums,
      int sumsAt) {
    int width = count > PANEL / 2 ? PANEL : PANEL / 2;
    int startsAt = Residual.startsAt(rows, sumsAt);
    float[] starts = Residual.begin(z, zAt, zStride, rows, count, sums, startsAt);
    multiply(
        a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width, starts, startsAt,
        sums, sumsAt);
    int from = sumsAt + known * PANEL;
    int to = yAt + known * yStride;
    epilogue(sums, from, bias, biasAt, null, 0, y, to, yStride, rows - known, count, activation);
  }

  @Override
  public void multiplyRow(
      float[] a, int aAt, int depth, float[] panel, int panelAt, float[] sums, int sumsAt) {
    for (int j = 0; j < PANEL; j += Lanes.TILE) {
      VectorGemm.oneRow(a, aAt, depth, panel, panelAt + j, sums, sumsAt + j);
    }
  }

  @Override
  public void epilogue(
      float[] sums,
      int sumsAt,
      float[] bias,
      int biasAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int stride,
      int rows,
      int count,
      Activation activation) {
    VectorEpilogue.store(
        sums, sumsAt, bias, biasAt, z, zAt, y, yAt, stride, rows, count, activation);
  }

  @Override
  public void depthwise(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] weight,
      float[] sums,
      int channels) {
    int bound = Lanes.SPECIES.loopBound(channels);
    for (int c = 0; c < bound; c += Lanes.LENGTH) {
      VectorWindows.depthwise(
          x, xAt + c, rows, rowStride, columns, columnStride, weight, c, channels, sums);
    }
    for (int c = bound; c < channels; c++) {
      sums[c] =
          VectorWindows.depthwiseTail(
              x, xAt + c, rows, rowStride, columns, columnStride, weight, c, channels);
    }
  }

  @Override
  public void max(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] y,
      int yAt,
      int channels) {
    int bound = Lanes.SPECIES.loopBound(channels);
    for (int c = 0; c < bound; c += Lanes.LENGTH) {
      VectorWindows.max(x, xAt + c, rows, rowStride, columns, columnStride, y, yAt + c);
    }
    if (bound < channels) {
      int tail = channels - bound;
      scalar.max(x, xAt + bound, rows, rowStride, columns, columnStride, y, yAt + bound, tail);
    }
  }

  @Override
  public void mean(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float divisor,
      float[] y,
      int yAt,
      int channels) {
    int bound = Lanes.SPECIES.loopBound(channels);
    for (int c = 0; c < bound; c += Lanes.LENGTH) {
      VectorWindows.mean(x, xAt + c, rows, rowStride, columns, columnStride, divisor, y, yAt + c);
    }
    if (bound < channels) {
      int from = xAt + bound;
      int tail = channels - bound;
      scalar.mean(x, from, rows, rowStride, columns, columnStride, divisor, y, yAt + bound, tail);
    }
  }

  @Override
  public void add(
      float[] x,
      int xAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int count,
      Activation activation) {
    VectorPointwise.add(x, xAt, z, zAt, y, yAt, count, activation);
  }

  @Override
  public void times(
      float[] x,
      int xAt,
      float[] z,
      int zAt,
      float[] y,
      int yAt,
      int count,
      Activation activation) {
    VectorPointwise.times(x, xAt, z, zAt, y, yAt, count, activation);
  }

  @Override
  public void scaleShift(
      float[] x,
      int xAt,
      float[] scale,
      float[] shift,
      float[] y,
      int yAt,
      int count,
      Activation activation) {
    VectorPointwise.scaleShift(x, xAt, scale, shift, y, yAt, count, activation);
  }

  @Override
  public void clamp(float[] x, int xAt, float[] y, int yAt, int count, Activation activation) {
    VectorPointwise.clamp(x, xAt, y, yAt, count, activation);
  }

  @Override
  public void winograd(
      WinogradTransform transform,
      float[] x,
      int xAt,
      int xStep,
      float[] y,
      int yAt,
      int yStep,
      int count) {
    int whole = VectorWinograd.transform(transform, x, xAt, xStep, y, yAt, yStep, count);
    if (whole < count) {
      scalar.winograd(transform, x, xAt + whole, xStep, y, yAt + whole, yStep, count - whole);
    }
  }

  @Override
  public void winogradData(
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
    if ((columns * (tiles - 1) + form.side()) * channels < Lanes.LENGTH) {
      scalar.winogradData(
          form, rows, x, xAt, rowStride, tiles, columns, channels, y, yAt, stride, step, workAt);
    } else {
      VectorWinograd.data(
          form, rows, x, xAt, rowStride, tiles, columns, channels, y, yAt, stride, step, workAt);
    }
  }

  @Override
  public void winogradRow(
      float[] data,
      int dataAt,
      int stride,
      int dataStep,
      int inputs,
      float[] weights,
      int weightsAt,
      float[] products,
      int productsAt,
      int step) {
    VectorWinogradRow.multiply(
        data, dataAt, stride, dataStep, inputs, weights, weightsAt, products, productsAt, step);
  }

  @Override
  public void winogradResult(
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
      Activation activation) {
    int bound = Lanes.SPECIES.loopBound(channels);
    VectorWinograd.result(
        form,
        products,
        productsAt,
        step,
        workAt,
        tiles,
        rows,
        columns,
        bound,
        bias,
        biasAt,
        z,
        zAt,
        zRowStride,
        y,
        yAt,
        rowStride,
        columnStride,
        activation.low());
    if (bound < channels) {
      scalar.winogradResult(
          form,
          products,
          productsAt + bound,
          step,
          workAt,
          tiles,
          rows,
          columns,
          channels - bound,
          bias,
          biasAt + bound,
          z,
          zAt + bound,
          zRowStride,
          y,
          yAt + bound,
          rowStride,
          columnStride,
          activation);
    }
    if (activation.isBoundedAbove()) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns * tiles; j++) {
          int at = yAt + i * rowStride + j * columnStride;
          VectorPointwise.clamp(y, at, y, at, bound, activation);
        }
      }
    }
  }

  @Override
  public void strassenData(
      float[] x, int xAt, int pairs, int half, float[] y, int yAt, int stride, int step) {
    for (int pair = 0; pair < pairs; pair++) {
      VectorStrassen.pair(x, xAt + pair * 4 * half, half, y, yAt + pair * stride, step);
    }
  }
}
