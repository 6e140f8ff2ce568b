package io.resnetc.runtime.kernel;

/**
 * The primitives that operators are made of. Arrays come with the offset of their first element;
 * nothing outside the described elements is written.
 *
 * <p>{@code relu} clamps at zero as {@link Math#max(float, float)} does: NaN stays NaN, -0 becomes
 * 0.
 */
public interface Kernels {
  /** Outputs of a weight panel: a multiple of every vector length. */
  int PANEL = 32;

  /** Rows of the register tile; row counts are rounded up to it. */
  int TILE_ROWS = 6;

  /**
   * Rows times a panel: {@code sums[row][j] = sum over k of a[row][k] * panel[k][j]}, each sum from
   * +0 in the order of {@code k}.
   *
   * @param a {@code rows} rows, each {@code stride} after the one before. The rows that fill up the
   *     last tile are read too, whatever they hold.
   * @param depth how many {@code k}
   * @param panel {@code [depth][PANEL]}
   * @param width how many {@code j} are wanted: {@code PANEL} or half of it. What the sums of the
   *     others hold afterwards is not said.
   * @param sums {@code [rows][PANEL]}; room is needed for the last tile's rows and for a tile more
   * @param add whether the sums are added to what {@code sums} holds
   */
  void multiply(
      float[] a,
      int aAt,
      int stride,
      int rows,
      int depth,
      float[] panel,
      int panelAt,
      int width,
      float[] sums,
      int sumsAt,
      boolean add);

  /** The same for a single row and the whole width; {@code sums} needs room for two. */
  void multiplyRow(
      float[] a,
      int aAt,
      int depth,
      float[] panel,
      int panelAt,
      float[] sums,
      int sumsAt,
      boolean add);

  /**
   * Stores finished sums: {@code y[row][j] = relu?(sums[row][j] + bias[j] + z[row][j])}.
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
      boolean relu);

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

  /** {@code y = relu?(x + z)}; {@code y} may be {@code x} or {@code z}. */
  void add(float[] x, int xAt, float[] z, int zAt, float[] y, int yAt, int count, boolean relu);

  /** {@code y = relu?(x * z)}; {@code y} may be {@code x} or {@code z}. */
  void times(float[] x, int xAt, float[] z, int zAt, float[] y, int yAt, int count, boolean relu);

  /** {@code y[c] = relu?(fma(x[c], scale[c], shift[c]))}; {@code y} may be {@code x}. */
  void scaleShift(
      float[] x,
      int xAt,
      float[] scale,
      float[] shift,
      float[] y,
      int yAt,
      int count,
      boolean relu);

  /** {@code y = relu(x)}; {@code y} may be {@code x}. */
  void relu(float[] x, int xAt, float[] y, int yAt, int count);

  /**
   * A Winograd transform T of {@code count} neighbouring columns: {@code y[i * yStep + j] = sum
   * over k of T[i][k] * x[k * xStep + j]}. The two may be parts of one array that do not overlap.
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
}
