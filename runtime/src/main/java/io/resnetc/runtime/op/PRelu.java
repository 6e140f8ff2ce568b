package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;
import io.resnetc.runtime.weights.Tensor;

/**
 * {@code x} above zero, {@code slope * x} below, with a slope for each channel (He, Zhang, Ren and
 * Sun 2015, "Delving Deep into Rectifiers").
 */
public final class PRelu implements Operator {
  private final float[] slope;

  private PRelu(float[] slope) {
    this.slope = slope;
  }

  /**
   * @param slope {@code [channels]}, or {@code [1]} for all channels; finite
   */
  public static PRelu of(Tensor slope) {
    return new PRelu(slope.values());
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
      int to = Views.copyRow(call, line / y.height(), line % y.height());
      int rowEnd = to + y.width() * y.channels();
      if (slope.length == 1) {
        rectify(call.arena(), to, rowEnd, slope[0]);
      } else {
        for (int pixel = to; pixel < rowEnd; pixel += slope.length) {
          rectify(call.arena(), pixel, slope);
        }
      }
    }
  }

  /** Without a branch, so that C2 vectorises it: one of the two summands is zero. */
  private static void rectify(float[] values, int from, int to, float slope) {
    for (int i = from; i < to; i++) {
      values[i] = Math.max(values[i], 0f) + slope * Math.min(values[i], 0f);
    }
  }

  private static void rectify(float[] values, int from, float[] slope) {
    for (int i = 0; i < slope.length; i++) {
      float x = values[from + i];
      values[from + i] = Math.max(x, 0f) + slope[i] * Math.min(x, 0f);
    }
  }
}
