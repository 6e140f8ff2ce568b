package io.resnetc.runtime.kernel;

import io.resnetc.runtime.Activation;

/**
 * The primitives without the Vector API: the meaning of {@link Kernels}, and what runs where the
 * vector twin cannot. Pointwise loops go over neighbouring floats so that C2 vectorises them.
 */
public final class ScalarKernels implements Kernels {
  private final int mostShort;

  /** Those that stay. */
  public ScalarKernels() {
    this(ScalarShortProduct.MOST);
  }

  private ScalarKernels(int mostShort) {
    this.mostShort = mostShort;
  }

  /**
   * Those of a process that changes over to others soon: the loop for short lines is the only one
   * of the product, because the first answer waits until C2 has compiled each.
   */
  public static ScalarKernels untilReplaced() {
    return new ScalarKernels(Integer.MAX_VALUE);
  }

  @Override
  public int tileRows(int rows) {
    return ScalarGemm.ROWS;
  }

  @Override
  public int leastRows() {
    return 128;
  }

  @Override
  public int mostRows() {
    return ScalarGemm.BLOCK_ROWS;
  }

  @Override
  public int leastLine() {
    return ScalarLineProduct.LEAST;
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
    ScalarGemm.multiply(
        mostShort, a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width, starts,
        startsAt, sums, sumsAt);
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
    int width = count > PANEL / 2 ? PANEL : PANEL / 2;
    int startsAt = Residual.startsAt(rows, sumsAt);
    float[] starts = Residual.begin(z, zAt, zStride, rows, count, sums, startsAt);
    ScalarGemm.multiply(
        mostShort, a, aAt, stride, rows, pieces, pieceStep, depth, panel, panelAt, width, starts,
        startsAt, sums, sumsAt);
    ScalarEpilogue.store(
        sums, sumsAt, bias, biasAt, null, 0, y, yAt, yStride, rows, count, activation);
  }

  @Override
  public void multiplyRow(
      float[] a, int aAt, int depth, float[] panel, int panelAt, float[] sums, int sumsAt) {
    ScalarRow.multiply(a, aAt, 0, 1, 1, 0, depth, panel, panelAt, PANEL, null, 0, sums, sumsAt);
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
    ScalarEpilogue.store(
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
    ScalarWindows.depthwise(x, xAt, rows, rowStride, columns, columnStride, weight, sums, channels);
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
    ScalarWindows.max(x, xAt, rows, rowStride, columns, columnStride, y, yAt, channels);
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
    ScalarWindows.mean(x, xAt, rows, rowStride, columns, columnStride, divisor, y, yAt, channels);
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
    for (int i = 0; i < count; i++) {
      y[yAt + i] = x[xAt + i] + z[zAt + i];
    }
    clamp(y, yAt, y, yAt, count, activation);
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
    for (int i = 0; i < count; i++) {
      y[yAt + i] = x[xAt + i] * z[zAt + i];
    }
    clamp(y, yAt, y, yAt, count, activation);
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
    for (int i = 0; i < count; i++) {
      y[yAt + i] = Math.fma(x[xAt + i], scale[i], shift[i]);
    }
    clamp(y, yAt, y, yAt, count, activation);
  }

  @Override
  public void clamp(float[] x, int xAt, float[] y, int yAt, int count, Activation activation) {
    float low = activation.low();
    float high = activation.high();
    for (int i = 0; i < count; i++) {
      y[yAt + i] = Math.min(Math.max(x[xAt + i], low), high);
    }
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
    ScalarWinograd.transform(transform, x, xAt, xStep, y, yAt, yStep, count);
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
    ScalarWinogradTiles.data(
        form, rows, x, xAt, rowStride, tiles, columns, channels, y, yAt, stride, step, workAt);
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
    ScalarWinogradRow.ofThread()
        .multiply(
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
    int width = (tiles - 1) * PANEL + channels;
    int sumsAt = ScalarWinogradTiles.result(form, products, productsAt, step, workAt, width);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        ScalarEpilogue.store(
            products,
            sumsAt + (i * form.tile() + j) * width,
            bias,
            biasAt,
            z,
            zAt + i * zRowStride + j * columnStride,
            y,
            yAt + i * rowStride + j * columnStride,
            columns * columnStride,
            tiles,
            channels,
            activation);
      }
    }
  }

  @Override
  public void strassenData(
      float[] x, int xAt, int pairs, int half, float[] y, int yAt, int stride, int step) {
    for (int pair = 0; pair < pairs; pair++) {
      ScalarStrassen.pair(x, xAt + pair * 4 * half, half, y, yAt + pair * stride, step);
    }
  }
}
