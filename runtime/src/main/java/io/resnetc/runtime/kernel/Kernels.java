package io.resnetc.runtime.kernel;

import io.resnetc.runtime.Activation;

/**
 * The primitives that operators are made of. Arrays come with the offset of their first element;
 * nothing outside the described elements is written.
 *
 * <p>{@code activation} clamps as {@link Math#max(float, float)} and {@link Math#min(float, float)}
 * do: NaN stays NaN, and -0 becomes a bound of 0.
 */
public interface Kernels {
  /** Outputs of a weight panel: a multiple of every vector length. */
  int PANEL = 32;

  /** The most floats of a vector, a multiple of every vector length. */
  int LANES = 16;

  /** The most rows of a register tile. */
  int MOST_TILE_ROWS = 8;

  /** Tiles that {@link #winogradRow} multiplies. */
  int ROW_TILES = 4;

  /** Floats of scratch memory that the sums of a product with its epilogue need. */
  static int scratch(int rows) {
    return 2 * (rows + MOST_TILE_ROWS) * PANEL;
  }

  /** Rows of the register tile that suits {@code rows} rows best. */
  int tileRows(int rows);

  /** Rows below which a product is so slow that rows are copied to get more of them. */
  int leastRows();

  /** Outputs from which on a convolution is faster with {@link ScalarLineProduct}. */
  default int leastLine() {
    return Integer.MAX_VALUE;
  }

  /** Rows beyond which a product is no faster, and its sums leave the first-level cache. */
  int mostRows();

  /**
   * Rows times a panel: {@code sums[row][j] = sum over p, k of a[row][p][k] * panel[p][k][j]}, each
   * sum one chain in the order of p, then k. Of fewer than four rows, four are read and written,
   * whatever the rest holds.
   *
   * @param a {@code rows} rows, each {@code stride} after the one before
   * @param pieces how many pieces a row has, each {@code pieceStep} after the one before
   * @param depth neighbouring floats of a piece
   * @param panel {@code [pieces][depth][PANEL]}
   * @param width how many {@code j} are wanted: {@code PANEL} or half of it. What the sums of the
   *     others hold afterwards is not said.
   * @param starts {@code [rows][PANEL]} that the sums begin with, no part of {@code sums}; or null,
   *     where they begin with +0
   * @param sums {@code [rows][PANEL]}
   */
  void multiply(
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
      int sumsAt);

  /**
   * The same with the epilogue: {@code y[row][j] = activation(sum + bias[j])}, where the sum begins
   * with {@code z[row][j]}, or with +0 where there is no residual.
   *
   * @param bias none of it is -0, so that no result is -0 before the activation
   * @param z the residual, in rows {@code zStride} apart, and possibly the very rows of {@code y};
   *     or null
   * @param count how many {@code j}; at most {@link #PANEL}
   * @param sums scratch memory of {@link #scratch} floats
   */
  void multiplyAndStore(
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
      int sumsAt);

  /** The same for a single row of one piece and the whole width. */
  void multiplyRow(
      float[] a, int aAt, int depth, float[] panel, int panelAt, float[] sums, int sumsAt);

  /**
   * Stores finished sums: {@code y[row][j] = activation(sums[row][j] + bias[j] + z[row][j])}.
   *
   * @param sums rows {@link #PANEL} apart
   * @param z the residual, in rows {@code stride} apart as {@code y}'s and possibly the very same,
   *     or null
   * @param count how many {@code j}; at most {@link #PANEL} where there are several rows
   */
  void epilogue(
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
      Activation activation);

  /**
   * One pixel of a depthwise convolution: {@code sums[c] = sum over taps of x[tap][c] *
   * weight[tap][c]}, from +0, row by row.
   *
   * @param weight {@code [rows * columns][channels]}
   */
  void depthwise(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] weight,
      float[] sums,
      int channels);

  /** One pixel of a max pooling: {@code y[c]} is the largest {@code x[tap][c]}, NaN if any is. */
  void max(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float[] y,
      int yAt,
      int channels);

  /**
   * One pixel of an average pooling: {@code y[c] = (sum over taps of x[tap][c]) / divisor}, the sum
   * from +0, row by row.
   */
  void mean(
      float[] x,
      int xAt,
      int rows,
      int rowStride,
      int columns,
      int columnStride,
      float divisor,
      float[] y,
      int yAt,
      int channels);

  /** {@code y = activation(x + z)}; {@code y} may be {@code x} or {@code z}. */
  void add(
      float[] x, int xAt, float[] z, int zAt, float[] y, int yAt, int count, Activation activation);

  /** {@code y = activation(x * z)}; {@code y} may be {@code x} or {@code z}. */
  void times(
      float[] x, int xAt, float[] z, int zAt, float[] y, int yAt, int count, Activation activation);

  /** {@code y[c] = activation(fma(x[c], scale[c], shift[c]))}; {@code y} may be {@code x}. */
  void scaleShift(
      float[] x,
      int xAt,
      float[] scale,
      float[] shift,
      float[] y,
      int yAt,
      int count,
      Activation activation);

  /** {@code y = activation(x)}; {@code y} may be {@code x}. */
  void clamp(float[] x, int xAt, float[] y, int yAt, int count, Activation activation);

  /**
   * A one-dimensional transform of Winograd's algorithms: lines of x to lines of y.
   *
   * @param x as many lines as the transform has inputs, {@code xStep} apart
   * @param y as many lines as it has outputs, {@code yStep} apart
   * @param count floats of a line
   */
  void winograd(
      WinogradTransform transform,
      float[] x,
      int xAt,
      int xStep,
      float[] y,
      int yAt,
      int yStep,
      int count);

  /**
   * Brings neighbouring tiles of the input of a Winograd convolution into its domain: {@code y[i *
   * side + j][tile][c] = (B^T d B)[i][j]}, d being the {@link WinogradForm#side} rows and columns
   * of x from column {@code columns * tile}. Columns are summed before rows, each in the order of
   * {@link WinogradTransform}.
   *
   * @param rows how many {@code i}, at most the side
   * @param columns from one tile to the next, at most the {@link WinogradForm#tile}
   * @param x pixels of {@code channels} floats side by side
   * @param channels how many {@code c}. What the floats behind them hold afterwards, up to a
   *     multiple of {@link #LANES}, is not said.
   * @param y positions {@code step} apart, tiles {@code stride}, which is a multiple of {@link
   *     #LANES} at least
   * @param workAt {@code side * (columns * (tiles - 1) + side) * channels + LANES} floats of y for
   *     halfway results
   */
  void winogradData(
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
      int workAt);

  /**
   * A row of positions of Winograd's F(4 x 4, 3 x 3) on {@link #ROW_TILES} tiles, whose weights are
   * transformed along columns only; along rows they are as they are multiplied: {@code products[j]
   * [tile][o] = scale(j) * sum over inputs c of data[j][tile][c] * u(j)[c][o]}, each sum one chain
   * in the order of c from +0. Of the three weights {@code t0, t1, t2} of an input and an output,
   * u(0) is t0, u(5) is t2, u(1) and u(2) are {@code t0 + t0 + t2} plus and minus t1, u(3) and u(4)
   * are {@code t2 + t2 + t0} plus and minus t1. They are scaled by -1/3 at 1 and 2 and by 1/6 at 3
   * and 4: what the points of {@link WinogradTransform} make of the transform is this, with t1
   * times the root of two.
   *
   * @param data {@code [position][tile][input]}, positions {@code dataStep} apart and tiles {@code
   *     stride}
   * @param weights {@code [input][3][PANEL]}
   * @param products {@code [position][tile][PANEL]}, positions {@code step} apart
   */
  void winogradRow(
      float[] data,
      int dataAt,
      int stride,
      int dataStep,
      int inputs,
      float[] weights,
      int weightsAt,
      float[] products,
      int productsAt,
      int step);

  /**
   * Brings products of neighbouring tiles back and stores them: {@code y[i][columns * tile + j][c]
   * = activation((A^T p A)[i][j] + bias[c] + z)}, p being {@code products[][tile][c]}. Columns are
   * summed before rows.
   *
   * @param products {@code [position][tile][PANEL]}, positions {@code step} apart
   * @param workAt {@code m * (side + m) * tiles * PANEL} floats of products for halfway results, m
   *     being the {@link WinogradForm#tile}
   * @param rows how many {@code i}: m, or one less, and then the products of the last row of
   *     positions may be anything
   * @param columns how many {@code j}, likewise
   * @param channels how many {@code c}; at most {@link #PANEL}
   * @param z the residual, columns as far apart as y's and possibly the very same, or null
   */
  void winogradResult(
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
      Activation activation);

  /**
   * Sums of the quarters of neighbouring pixels in pairs, for Strassen's algorithm in Winograd's
   * variant. A pair is {@code [a11, a12, a21, a22]}, the halves of the first pixel's channels and
   * of the second's; {@code y[0] = a21 + a22}, {@code y[1] = y[0] - a11}, {@code y[2] = a11 - a21}
   * and {@code y[3] = a12 - y[1]}.
   *
   * @param half floats of a quarter, a multiple of {@link #LANES}
   * @param y {@code [4][pair][half]}, the sums {@code step} apart and pairs {@code stride}
   */
  void strassenData(
      float[] x, int xAt, int pairs, int half, float[] y, int yAt, int stride, int step);
}
