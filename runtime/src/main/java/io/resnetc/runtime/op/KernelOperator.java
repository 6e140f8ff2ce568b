package io.resnetc.runtime.op;

import io.resnetc.runtime.Operator;
import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.platform.KernelChoice;

/**
 * An operator on kernels: made for those that answer first, and once more, with the same
 * parameters, for those that take over when they have been rehearsed.
 */
abstract class KernelOperator implements Operator {
  final Kernels kernels;
  // Made at the first call, which is Network.register's; another would make an equal one.
  private Operator rehearsed;

  KernelOperator(Kernels kernels) {
    this.kernels = kernels;
  }

  /** The kernels of every operator's first calls. */
  static Kernels first() {
    return KernelChoice.current().first();
  }

  /** The same on other kernels: it shares what it has packed. */
  abstract KernelOperator on(Kernels other);

  @Override
  public final Operator rehearsed() {
    Operator twin = rehearsed;
    if (twin == null) {
      Kernels steady = KernelChoice.current().steady();
      twin = kernels == steady ? this : on(steady);
      rehearsed = twin;
    }
    return twin;
  }
}
