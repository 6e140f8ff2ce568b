package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;

/**
 * The inputs of output pixels as the rows of a matrix product: where they lie in the arena, or
 * copied.
 */
interface Patches {
  /**
   * Neighbouring output pixels whose rows are equally far apart: a line of an image, or all pixels
   * of all images.
   */
  int span(Call call);

  /** How many pixels, the first of which is {@code pixel}, are prepared together at most. */
  int block(Call call, int pixel);

  /** Makes the rows of pixels {@code from} to {@code to}, counted over all images. */
  void prepare(Call call, Segment segment, int from, int to, float[] scratch);

  /** The array that the rows lie in. */
  float[] values(Call call, float[] scratch);

  /** Floats from one row to the next. */
  int stride(Call call);

  /** How many pieces of memory a row is. */
  int pieces();

  /** Floats from one piece to the next. */
  int pieceStep(Call call);

  /** Floats of a piece. */
  int depth(Segment segment);

  /**
   * Where a pixel's row begins.
   *
   * @param start the first pixel that was prepared
   */
  int row(Call call, Segment segment, int start, int pixel);
}
