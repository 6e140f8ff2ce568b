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

  /**
   * Multiplies rows of one span with a panel of weights.
   *
   * @param start the first pixel that was prepared
   * @param pixel the first row's pixel
   * @param width as in {@link io.resnetc.runtime.kernel.Kernels#multiply}
   * @param sumsAt where in {@code scratch} the sums go
   */
  void multiply(
      Call call,
      Segment segment,
      int panelAt,
      int width,
      int start,
      int pixel,
      int rows,
      float[] scratch,
      int sumsAt);
}
