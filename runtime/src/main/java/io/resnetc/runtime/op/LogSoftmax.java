package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/**
 * {@code x - log(sum(exp(x)))} over the features of a vector, in double precision and with the
 * largest feature subtracted first.
 */
public final class LogSoftmax implements Operator {
  private LogSoftmax() {}

  public static LogSoftmax of() {
    return new LogSoftmax();
  }

  @Override
  public long work(View x, View y) {
    // Never worth a second share: the sum needs every feature.
    return 0;
  }

  @Override
  public void compute(Call call, int part, int parts) {
    if (part > 0) {
      return;
    }
    int features = call.x().channels();
    for (int image = 0; image < call.images(); image++) {
      int from = Views.pixel(call.x(), call.images(), image, 0, 0);
      int to = Views.pixel(call.y(), call.images(), image, 0, 0);
      normalise(call.arena(), from, to, features);
    }
  }

  /** StrictMath, because Math may differ in its last bit from one JDK to another. */
  private static void normalise(float[] arena, int from, int to, int features) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < features; i++) {
      largest = Math.max(largest, arena[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < features; i++) {
      sum += StrictMath.exp((double) arena[from + i] - largest);
    }
    double log = StrictMath.log(sum);
    for (int i = 0; i < features; i++) {
      arena[to + i] = (float) ((double) arena[from + i] - largest - log);
    }
  }
}
