package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.kernel.Kernels;

/**
 * Patches of kernels whose rows are short, such as the 7 x 7 x 3 of a first layer: for each output
 * column of a block of lines, the kernel rows of all input lines are copied one under the other. A
 * patch is one piece then, and begins a stride of lines below that of the line before: two thirds
 * of a copied 7 x 7 patch of stride 2 serve its neighbours too.
 */
final class StackedPatches implements Patches {
  /** Floats of a kernel row below which loading and storing the sums for each costs more. */
  private static final int SHORT = 32;

  private final Kernels kernels;
  private final Window window;
  private final int capacity;

  /**
   * @param capacity floats of scratch memory for a block
   */
  StackedPatches(Kernels kernels, Window window, int capacity) {
    this.kernels = kernels;
    this.window = window;
    this.capacity = capacity;
  }

  /** Whether kernel rows are short pieces of memory that neighbouring lines share. */
  boolean suits(Call call, Segment segment) {
    return segment.inputs() == call.x().channels()
        && depthOfRow(call) < SHORT
        && window.dilationWidth() == 1
        && window.dilationHeight() == 1
        && window.kernelHeight() > window.strideHeight()
        && span(call) >= kernels.leastRows()
        && lines(call) > 0;
  }

  /** Floats of a kernel row. */
  private int depthOfRow(Call call) {
    return window.kernelWidth() * call.x().channels();
  }

  /** Output lines of a block; one more is touched where it begins within a line. */
  private int lines(Call call) {
    int inputLines = (capacity / span(call) - 1) / depthOfRow(call);
    int lines = (inputLines - window.kernelHeight()) / window.strideHeight();
    return Math.min(call.y().height(), lines);
  }

  @Override
  public int span(Call call) {
    return call.y().width();
  }

  @Override
  public int block(Call call, int pixel) {
    View y = call.y();
    int image = y.height() * y.width();
    return Math.min(lines(call) * y.width(), image - pixel % image);
  }

  @Override
  public void prepare(Call call, Segment segment, int from, int to, float[] scratch) {
    View x = call.x();
    View y = call.y();
    int line = from / y.width();
    int outputLines = (to - 1) / y.width() - line + 1;
    int inputLines = (outputLines - 1) * window.strideHeight() + window.kernelHeight();
    int depth = depthOfRow(call);
    int top = line % y.height() * window.strideHeight() - window.top();
    int source = Views.pixel(x, call.images(), line / y.height(), top, -window.left());
    for (int column = 0; column < y.width(); column++) {
      int target = column * stride(call);
      for (int i = 0; i < inputLines; i++) {
        System.arraycopy(
            call.arena(), source + i * x.rowStride(), scratch, target + i * depth, depth);
      }
      source += window.strideWidth() * x.channels();
    }
  }

  @Override
  public float[] values(Call call, float[] scratch) {
    return scratch;
  }

  /** Odd, for rows a power of two apart would share few lines of the cache. */
  @Override
  public int stride(Call call) {
    int inputLines = lines(call) * window.strideHeight() + window.kernelHeight();
    return inputLines * depthOfRow(call) | 1;
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
    int width = call.y().width();
    int line = pixel / width - start / width;
    return pixel % width * stride(call) + line * window.strideHeight() * depthOfRow(call);
  }
}
