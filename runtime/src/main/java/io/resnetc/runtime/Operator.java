package io.resnetc.runtime;

/** One layer, its parameters packed for the chosen kernels. Immutable and shared by all threads. */
public interface Operator {
  /**
   * Computes share {@code part} of {@code parts} of the layer for all of the call's images. Shares
   * write disjoint elements, and no element depends on how many shares there are.
   */
  void compute(Call call, int part, int parts);

  /** Floats of scratch memory that one share needs. */
  default int scratch() {
    return 0;
  }

  /**
   * The same with kernels that are faster, but only once they have been compiled: same parameters,
   * same bits. Itself where there are no others.
   */
  default Operator rehearsed() {
    return this;
  }

  /** Floats of packed parameters: what every run of the layer reads. */
  default long weights() {
    return 0;
  }

  /** About how many multiply-adds one image costs: whether a split pays. */
  long work(View x, View y);
}
