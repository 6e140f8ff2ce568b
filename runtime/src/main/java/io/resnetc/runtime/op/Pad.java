package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import java.util.Arrays;

/**
 * Rows and columns of one value around an image, or rows and columns cut off; y's size says how
 * many there are at the bottom and on the right.
 */
public final class Pad implements Operator {
  private final int top;
  private final int left;
  private final float value;

  private Pad(int top, int left, float value) {
    this.top = top;
    this.left = left;
    this.value = value;
  }

  /** Negative sizes cut off. */
  public static Pad of(int top, int left, double value) {
    return new Pad(top, left, (float) value);
  }

  @Override
  public long work(View x, View y) {
    return Views.touch(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View y = call.y();
    int lines = Views.rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      computeRow(call, line / y.height(), line % y.height());
    }
  }

  private void computeRow(Call call, int image, int row) {
    View x = call.x();
    View y = call.y();
    int to = Views.pixel(y, call.images(), image, row, 0);
    int rowEnd = to + y.width() * y.channels();
    int source = row - top;
    if (source < 0 || source >= x.height()) {
      Arrays.fill(call.arena(), to, rowEnd, value);
      return;
    }
    int column = Math.min(Math.max(left, 0), y.width());
    int columns = Math.max(0, Math.min(x.width() + left, y.width()) - column);
    int first = to + column * y.channels();
    int last = first + columns * y.channels();
    Arrays.fill(call.arena(), to, first, value);
    if (columns > 0) {
      int from = Views.pixel(x, call.images(), image, source, column - left);
      System.arraycopy(call.arena(), from, call.arena(), first, last - first);
    }
    Arrays.fill(call.arena(), last, rowEnd, value);
  }
}
