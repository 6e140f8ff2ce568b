package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;

/**
 * Patches laid side by side in scratch memory, as the weight panels have them (im2col; Chellapilla
 * et al. 2006): for kernels with gaps, groups, and maps too narrow for a register tile.
 */
final class CopiedPatches implements Patches {
  private final Window window;
  private final int block;
  private final int stride;

  /**
   * @param depth floats of a patch
   * @param block pixels of a block
   */
  CopiedPatches(Window window, int depth, int block) {
    this.window = window;
    this.block = block;
    // Rows a power of two apart would share few lines of the cache.
    this.stride = (depth + 15) / 16 * 16 + 16;
  }

  /** Floats from one row to the next. */
  int stride() {
    return stride;
  }

  @Override
  public int span(Call call) {
    return call.images() * call.y().height() * call.y().width();
  }

  @Override
  public int block(Call call, int pixel) {
    return block;
  }

  @Override
  public void prepare(Call call, Segment segment, int from, int to, float[] scratch) {
    View x = call.x();
    View y = call.y();
    int pixel = from;
    int target = 0;
    while (pixel < to) {
      int line = pixel / y.width();
      int column = pixel % y.width();
      int image = line / y.height();
      int row = line % y.height();
      int run = Math.min(y.width() - column, to - pixel);
      int top = row * window.strideHeight() - window.top();
      int left = column * window.strideWidth() - window.left();
      int source = Views.pixel(x, call.images(), image, top, left) + segment.inputStart();
      int step = window.strideWidth() * x.channels();
      for (int i = 0; i < run; i++) {
        copyPixel(call.arena(), source, x, segment.inputs(), scratch, target);
        source += step;
        target += stride;
      }
      pixel += run;
    }
  }

  private void copyPixel(float[] arena, int source, View x, int inputs, float[] rows, int target) {
    int rowStep = window.dilationHeight() * x.rowStride();
    // Neighbouring columns with all their channels are one piece of memory.
    boolean joined = inputs == x.channels() && window.dilationWidth() == 1;
    int pieces = joined ? 1 : window.kernelWidth();
    int length = joined ? window.kernelWidth() * inputs : inputs;
    int pieceStep = window.dilationWidth() * x.channels();
    for (int row = 0; row < window.kernelHeight(); row++) {
      for (int piece = 0; piece < pieces; piece++) {
        System.arraycopy(arena, source + piece * pieceStep, rows, target, length);
        target += length;
      }
      source += rowStep;
    }
  }

  @Override
  public float[] values(Call call, float[] scratch) {
    return scratch;
  }

  @Override
  public int stride(Call call) {
    return stride;
  }

  @Override
  public int pieces() {
    return 1;
  }

  @Override
  public int pieceStep(Call call) {
    return 0;
  }

  @Override
  public int depth(Segment segment) {
    return window.kernelHeight() * window.kernelWidth() * segment.inputs();
  }

  @Override
  public int row(Call call, Segment segment, int start, int pixel) {
    return (pixel - start) * stride;
  }
}
