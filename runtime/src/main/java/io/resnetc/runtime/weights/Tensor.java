package io.resnetc.runtime.weights;

import java.util.Arrays;
import java.util.List;

/** A constant tensor in row-major order, the output channel first. */
public final class Tensor {
  private final List<Integer> dims;
  private final Spares spares;
  private float[] values;

  /**
   * @param values row-major; not copied
   * @param dims its dimensions
   */
  public Tensor(float[] values, List<Integer> dims) {
    this(values, dims, Spares.NONE);
  }

  /**
   * @param spares where the values go when they are released
   */
  Tensor(float[] values, List<Integer> dims, Spares spares) {
    this.values = values;
    this.dims = List.copyOf(dims);
    this.spares = spares;
  }

  /**
   * The values, row-major.
   *
   * @throws IllegalStateException when they were released
   */
  public float[] values() {
    if (values == null) {
      throw new IllegalStateException("the values of a tensor " + dims + " were released");
    }
    return values;
  }

  public List<Integer> dims() {
    return dims;
  }

  /**
   * Says that nobody needs the values any more. Those that were read from a file make room for the
   * next tensor of that file that is as large: new memory costs more than reading into old. Those
   * of any other tensor stay.
   */
  public void release() {
    if (spares != Spares.NONE && values != null) {
      spares.give(values);
      values = null;
    }
  }

  /** One number in every place. */
  public static Tensor fill(double value, int... dims) {
    int elements = 1;
    for (int dim : dims) {
      elements = Math.multiplyExact(elements, dim);
    }
    float[] values = new float[elements];
    Arrays.fill(values, (float) value);
    return new Tensor(values, dims(dims));
  }

  static List<Integer> dims(int... dims) {
    Integer[] boxed = new Integer[dims.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = dims[i];
    }
    return List.of(boxed);
  }

  /** The dimension at {@code axis}. */
  public int dim(int axis) {
    return dims.get(axis);
  }

  /**
   * Every output channel multiplied by the batch norm's scale; rounded once. Overwrites this
   * tensor's values, because a copy of all weights would double what loading them takes.
   */
  public Tensor fold(BatchNorm bn) {
    int perChannel = values().length / dim(0);
    for (int channel = 0; channel < dim(0); channel++) {
      scale(channel * perChannel, (channel + 1) * perChannel, bn.scale(channel));
    }
    return this;
  }

  private void scale(int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }

  /** {@code bias * scale + shift}: what a batch norm makes of the bias before it; rounded once. */
  public Tensor foldBias(BatchNorm bn) {
    float[] result = new float[values().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (values[i] * bn.scale(i) + bn.shift(i));
    }
    return new Tensor(result, dims);
  }
}
