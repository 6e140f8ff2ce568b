package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;

/**
 * The inputs of output pixels as the rows of a matrix product: either where they lie in the arena,
 * or copied side by side.
 */
interface Patches {
  /**
   * Neighbouring output pixels whose rows are equally far apart: a line of an image, or all pixels
   * of all images.
   */
  int span(Call call);

  /** Makes the rows of pixels {@code from} to {@code to}, counted over all images. */
  void prepare(Call call, Segment segment, int from, int to, float[] scratch);

  /** The rows of a segment. */
  PatchRows rows(Call call, Segment segment, float[] scratch);

  /**
   * Where a pixel's row begins.
   *
   * @param start the first pixel that was prepared
   */
  int row(Call call, Segment segment, int start, int pixel);
}
