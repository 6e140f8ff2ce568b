package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarLineProduct;
import io.resnetc.runtime.kernel.ScalarLineWinograd;
import io.resnetc.runtime.weights.Tensor;

/**
 * {@link WidthWinogradConv2d} for many outputs without the Vector API: the data of a tile times
 * lines of weights.
 */
final class LineWidthWinogradConv2d extends WidthWinogradConv2d {
  private final LineWeights weights;

  private LineWidthWinogradConv2d(
      Kernels kernels,
      Window window,
      int inputs,
      LineWeights weights,
      float[] bias,
      Activation activation) {
    super(kernels, window, inputs, bias, activation);
    this.weights = weights;
  }

  static LineWidthWinogradConv2d pack(
      Tensor weight, Tensor bias, Window window, Activation activation) {
    int depth = POSITIONS * ROWS * weight.dim(1);
    LineWeights lines = LineWeights.ofPanels(packPanels(weight), weight.dim(0), depth);
    float[] shift = shift(weight, bias);
    return new LineWidthWinogradConv2d(first(), window, weight.dim(1), lines, shift, activation);
  }

  @Override
  LineWidthWinogradConv2d on(Kernels other) {
    return new LineWidthWinogradConv2d(other, window, inputs, weights, bias, activation);
  }

  @Override
  public long weights() {
    return weights.floats();
  }

  @Override
  public int scratch() {
    return dataFloats();
  }

  @Override
  int columns() {
    return weights.parts();
  }

  /** As many for every share. */
  @Override
  int mostLines(Call call, int parts) {
    return (call.images() * call.y().height() - 1) / parts + 1;
  }

  @Override
  void compute(
      Call call,
      int image,
      int line,
      int lines,
      int tile,
      int tiles,
      int from,
      int to,
      float[] scratch) {
    int rows = lines * tiles;
    for (int outputs = from; outputs < to; outputs++) {
      multiply(outputs, rows, tiles, scratch);
      for (int row = 0; row < rows; row++) {
        int column = (tile + row % tiles) * TILE;
        store(call, image, line + row / tiles, column, outputs, row, rows);
      }
    }
  }

  /** Leaves the products of a tile at a position in line {@code position * rows + tile}. */
  private void multiply(int outputs, int rows, int tiles, float[] scratch) {
    ScalarLineProduct product = ScalarLineProduct.ofThread();
    product.sums(POSITIONS * rows);
    for (int position = 0; position < POSITIONS; position++) {
      for (int i = 0; i < ScalarLineProduct.MOST_ROWS; i++) {
        product.rowsAt()[i] = position * dataStep() + Math.min(i, rows - 1) * stride;
      }
      product.clear(position * rows, rows, weights.count(outputs));
      product.multiply(
          scratch,
          rows,
          ROWS,
          tiles * stride,
          inputs,
          weights.lines(outputs),
          position * ROWS * inputs,
          position * rows,
          weights.count(outputs));
    }
  }

  /** Stores the outputs of a tile, the {@code row} of its block. */
  private void store(Call call, int image, int line, int column, int outputs, int row, int rows) {
    View y = call.y();
    View z = call.z();
    int channel = weights.first(outputs);
    float[][] products = ScalarLineProduct.ofThread().sums(POSITIONS * rows);
    float[][] results =
        ScalarLineWinograd.ofThread().lineResult(FORM, products, row, rows, weights.count(outputs));
    for (int i = 0; i < TILE; i++) {
      kernels.epilogue(
          results[i],
          0,
          bias,
          channel,
          z == null ? null : call.arena(),
          z == null ? 0 : Views.pixel(z, call.images(), image, line, column + i) + channel,
          call.arena(),
          Views.pixel(y, call.images(), image, line, column + i) + channel,
          0,
          1,
          weights.count(outputs),
          activation);
    }
  }
}
