package io.resnetc.benchmarks;

import io.resnetc.runtime.Call;
import io.resnetc.runtime.Operator;
import io.resnetc.runtime.View;

/** A layer with its operator, its arena and an input; a run is one share of all the work. */
final class Layer implements Call, Runnable {
  private final Operator operator;
  private final View x;
  private final View y;
  private final float[] arena;
  private final float[] scratch;

  Layer(LayerCase layer) {
    operator = layer.form().operator(layer).rehearsed();
    x = layer.input();
    y = layer.result();
    arena = new float[x.size() + y.size()];
    scratch = new float[operator.scratch()];
    float[] values = KernelCase.values(2, x.size());
    int row = x.width() * x.channels();
    for (int i = 0; i < x.height(); i++) {
      int at = x.interior() + i * x.rowStride();
      System.arraycopy(values, i * row, arena, at, row);
    }
  }

  @Override
  public void run() {
    operator.compute(this, 0, 1);
  }

  @Override
  public float[] arena() {
    return arena;
  }

  @Override
  public int images() {
    return 1;
  }

  @Override
  public View x() {
    return x;
  }

  @Override
  public View z() {
    return null;
  }

  @Override
  public View y() {
    return y;
  }

  @Override
  public float[] scratch(int part) {
    return scratch;
  }
}
