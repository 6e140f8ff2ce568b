package io.resnetc.runtime.op;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.PointwiseFunction;
import io.resnetc.runtime.View;

/** {@code y = function(x)}, element by element. */
public final class Pointwise implements Operator {
  private final PointwiseFunction function;

  private Pointwise(PointwiseFunction function) {
    this.function = function;
  }

  public static Pointwise of(PointwiseFunction function) {
    return new Pointwise(function);
  }

  @Override
  public long work(View x, View y) {
    return function.work() * Views.elements(y);
  }

  @Override
  public void compute(Call call, int part, int parts) {
    View y = call.y();
    int lines = Views.rows(y, call.images());
    int end = Shares.start(lines, part + 1, parts);
    for (int line = Shares.start(lines, part, parts); line < end; line++) {
      int to = Views.copyRow(call, line / y.height(), line % y.height());
      function.apply(call.arena(), to, to + y.width() * y.channels());
    }
  }
}
