package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;

/**
 * Patches read where they lie: each kernel row is one piece of memory, and neighbouring pixels are
 * a stride apart. Nothing is copied (after the indirect convolution of Dukhan 2019, without the
 * indirection).
 */
final class InPlacePatches implements Patches {
  private final Kernels kernels;
  private final Window window;
  private final int block;

  /**
   * @param block pixels of a block
   */
  InPlacePatches(Kernels kernels, Window window, int block) {
    this.kernels = kernels;
    this.window = window;
    this.block = block;
  }

  /** Whether kernel rows are whole pieces of memory, and spans long enough. */
  boolean suits(Call call, Segment segment) {
    boolean wholeRows =
        window.kernelWidth() == 1
            || window.dilationWidth() == 1 && segment.inputs() == call.x().channels();
    return wholeRows && span(call) >= kernels.leastRows();
  }

  @Override
  public int span(Call call) {
    View y = call.y();
    int all = call.images() * y.height() * y.width();
    return isPixelByPixel(call.x()) && !isStoredByLine(call, all) ? all : y.width();
  }

  /**
   * Whether lines are long enough, and filled by tiles, where a border of the result or of the
   * residual keeps tiles of all pixels from being stored at once.
   */
  private boolean isStoredByLine(Call call, int all) {
    int line = call.y().width();
    return !Views.isEvenlyStored(call, all)
        && line >= kernels.mostRows() / 2
        && line % kernels.tileRows(line) == 0;
  }

  /** Whether the rows of the product are the pixels of all images as they lie. */
  private boolean isPixelByPixel(View x) {
    return window.kernelHeight() == 1
        && window.kernelWidth() == 1
        && window.strideHeight() == 1
        && window.strideWidth() == 1
        && window.top() + window.left() + window.bottom() + window.right() == 0
        && Views.isWithoutBorder(x);
  }

  @Override
  public int block(Call call, int pixel) {
    return block;
  }

  @Override
  public void prepare(Call call, Segment segment, int from, int to, float[] scratch) {
    // They lie there.
  }

  @Override
  public float[] values(Call call, float[] scratch) {
    return call.arena();
  }

  @Override
  public int stride(Call call) {
    return window.strideWidth() * call.x().channels();
  }

  @Override
  public int pieces() {
    return window.kernelHeight();
  }

  @Override
  public int pieceStep(Call call) {
    return window.dilationHeight() * call.x().rowStride();
  }

  @Override
  public int depth(Segment segment) {
    return window.kernelWidth() * segment.inputs();
  }

  @Override
  public int row(Call call, Segment segment, int start, int pixel) {
    View y = call.y();
    int line = pixel / y.width();
    int top = line % y.height() * window.strideHeight() - window.top();
    int left = pixel % y.width() * window.strideWidth() - window.left();
    return Views.pixel(call.x(), call.images(), line / y.height(), top, left)
        + segment.inputStart();
  }
}
