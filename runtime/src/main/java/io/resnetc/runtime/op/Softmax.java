package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/**
 * {@code exp(x) / sum(exp(x))} over the channels of each pixel, or its logarithm, in double
 * precision and with the largest channel subtracted first.
 */
public final class Softmax implements Operator {
  private final boolean logarithm;

  private Softmax(boolean logarithm) {
    this.logarithm = logarithm;
  }

  /**
   * @param logarithm whether to give the logarithms, {@code x - log(sum(exp(x)))}
   */
  public static Softmax of(boolean logarithm) {
    return new Softmax(logarithm);
  }

  @Override
  public long work(View x, View y) {
    // Shares are rows: that of a vector is never split, since the sum needs every feature.
    return x.height() == 1 ? 0 : 16 * Views.touch(x);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View x = call.x();
    View y = call.y();
    int lines = Views.rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int image = line / y.height();
      int row = line % y.height();
      for (int column = 0; column < y.width(); column++) {
        int from = Views.pixel(x, call.images(), image, row, column);
        int to = Views.pixel(y, call.images(), image, row, column);
        normalise(call.arena(), from, to, x.channels());
      }
    }
  }

  /** StrictMath, because Math may differ in its last bit from one JDK to another. */
  private void normalise(float[] arena, int from, int to, int channels) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < channels; i++) {
      largest = Math.max(largest, arena[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < channels; i++) {
      sum += StrictMath.exp((double) arena[from + i] - largest);
    }
    double log = StrictMath.log(sum);
    for (int i = 0; i < channels; i++) {
      double exponent = (double) arena[from + i] - largest;
      arena[to + i] = (float) (logarithm ? exponent - log : StrictMath.exp(exponent) / sum);
    }
  }
}
