package io.resnetc.runtime.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A constant tensor in row-major order; a row is what belongs to one index of the first dimension,
 * the output channel. Whoever needs the values once reads some rows at a time: then a tensor of a
 * file is never in memory as a whole.
 */
public final class Tensor {
  private final List<Integer> dims;
  private final Rows source;
  // Of a tensor that has a source, from when they are first asked for.
  private float[] values;

  /**
   * @param values row-major; not copied
   * @param dims its dimensions
   */
  public Tensor(float[] values, List<Integer> dims) {
    this.dims = List.copyOf(dims);
    this.source = null;
    this.values = values;
  }

  Tensor(Rows source, List<Integer> dims) {
    this.dims = List.copyOf(dims);
    this.source = source;
  }

  /** All values, row-major. The tensor keeps them from now on. */
  public float[] values() {
    if (values == null) {
      int rows = rows();
      float[] all = new float[Math.multiplyExact(rows, rowLength())];
      source.read(0, rows, all);
      values = all;
    }
    return values;
  }

  /** Copies rows {@code from} to {@code to} to the beginning of {@code target}. */
  public void read(int from, int to, float[] target) {
    if (values == null) {
      source.read(from, to, target);
    } else {
      int length = rowLength();
      System.arraycopy(values, from * length, target, 0, (to - from) * length);
    }
  }

  public List<Integer> dims() {
    return dims;
  }

  /** The dimension at {@code axis}. */
  public int dim(int axis) {
    return dims.get(axis);
  }

  private int rows() {
    return dims.isEmpty() ? 1 : dim(0);
  }

  /** Elements of a row. */
  public int rowLength() {
    return rowLength(dims);
  }

  static int rowLength(List<Integer> dims) {
    int elements = 1;
    for (int axis = 1; axis < dims.size(); axis++) {
      elements = Math.multiplyExact(elements, dims.get(axis));
    }
    return elements;
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

  /** Every output channel multiplied by the batch norm's scale, when it is read; rounded once. */
  public Tensor fold(BatchNorm bn) {
    return new Tensor(new Folded(this, bn), dims);
  }

  /** {@code bias * scale + shift}: what a batch norm makes of the bias before it; rounded once. */
  public Tensor foldBias(BatchNorm bn) {
    float[] result = new float[values().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (values[i] * bn.scale(i) + bn.shift(i));
    }
    return new Tensor(result, dims);
  }

  /** Each row of this tensor, and behind it the same of another: weights of more inputs. */
  public Tensor beside(Tensor right) {
    List<Integer> both = new ArrayList<>(dims);
    both.set(1, Math.addExact(dim(1), right.dim(1)));
    return new Tensor(new Beside(this, right), both);
  }

  /** The sum, element by element. */
  public Tensor plus(Tensor other) {
    float[] sum = values().clone();
    float[] added = other.values();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += added[i];
    }
    return new Tensor(sum, dims);
  }

  /** The rows of two tensors side by side. */
  private record Beside(Tensor left, Tensor right) implements Rows {
    @Override
    public void read(int from, int to, float[] target) {
      copy(left, from, to, target, 0);
      copy(right, from, to, target, left.rowLength());
    }

    private void copy(Tensor tensor, int from, int to, float[] target, int at) {
      int length = tensor.rowLength();
      float[] rows = new float[(to - from) * length];
      tensor.read(from, to, rows);
      for (int row = 0; row < to - from; row++) {
        int start = row * (left.rowLength() + right.rowLength()) + at;
        System.arraycopy(rows, row * length, target, start, length);
      }
    }
  }

  /** The rows of a tensor before a batch norm, each with its channel's scale. */
  private record Folded(Tensor tensor, BatchNorm bn) implements Rows {
    @Override
    public void read(int from, int to, float[] target) {
      tensor.read(from, to, target);
      int length = tensor.rowLength();
      for (int row = from; row < to; row++) {
        int at = (row - from) * length;
        scale(target, at, at + length, bn.scale(row));
      }
    }

    private static void scale(float[] values, int from, int to, double factor) {
      for (int i = from; i < to; i++) {
        values[i] = (float) (values[i] * factor);
      }
    }
  }
}
