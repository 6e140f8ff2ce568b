package io.resnetc.runtime.platform;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarKernels;
import io.resnetc.runtime.kernel.ScalarWarmUp;
import io.resnetc.runtime.machine.Caches;
import io.resnetc.runtime.vector.VectorKernels;

/**
 * Which kernels this process runs, and why. Made once, when the first operator is built, and
 * logged; {@code -Dresnetc.kernels=scalar|vector} forces one. Where the choice is free, scalar
 * kernels answer first, because vector kernels are slow until they have been compiled.
 */
public final class KernelChoice {
  private static final String PROPERTY = "resnetc.kernels";
  private static final String MODULE = "jdk.incubator.vector";

  private final Kernels first;
  private final Kernels steady;
  private final String reason;

  private KernelChoice(Kernels first, Kernels steady, String reason) {
    this.first = first;
    this.steady = steady;
    this.reason = reason;
  }

  /** The choice of this process. */
  public static KernelChoice current() {
    return Holder.CHOICE;
  }

  /** What computes a network's first answers. */
  public Kernels first() {
    return first;
  }

  /** What takes over once it has been rehearsed; the same kernels, or faster ones. */
  public Kernels steady() {
    return steady;
  }

  /** What takes over and why, in one sentence. */
  public String reason() {
    return steady instanceof VectorKernels
        ? "vector kernels of " + VectorKernels.lanes() + " lanes: " + reason
        : "scalar kernels: " + reason;
  }

  private static KernelChoice choose() {
    String forced = System.getProperty(PROPERTY, "");
    boolean module = ModuleLayer.boot().findModule(MODULE).isPresent();
    if (!forced.isEmpty() && !forced.equals("scalar") && !forced.equals("vector")) {
      throw new IllegalArgumentException(
          "-D%s=%s: expected scalar or vector".formatted(PROPERTY, forced));
    }
    if (forced.equals("scalar")) {
      return only(new ScalarKernels(), "forced by -D" + PROPERTY);
    }
    if (!module) {
      String remedy = "the Vector API is not in the boot layer: add --add-modules " + MODULE;
      if (forced.equals("vector")) {
        throw new IllegalStateException("-D" + PROPERTY + "=vector, but " + remedy);
      }
      return only(new ScalarKernels(), remedy);
    }
    if (forced.equals("vector")) {
      return only(new VectorKernels(), "forced by -D" + PROPERTY);
    }
    String obstacle = Processor.obstacleToVectors();
    if (obstacle != null) {
      return only(new ScalarKernels(), obstacle);
    }
    String why = "the Vector API is present and C2 compiles it";
    return new KernelChoice(ScalarKernels.untilReplaced(), new VectorKernels(), why);
  }

  private static KernelChoice only(Kernels kernels, String why) {
    return new KernelChoice(kernels, kernels, why);
  }

  /** Chooses when first asked. */
  private static final class Holder {
    static final KernelChoice CHOICE = begun(choose(), Caches.current());

    private static KernelChoice begun(KernelChoice choice, Caches caches) {
      new Announcement(choice, caches).start();
      if (choice.first != choice.steady) {
        new ScalarWarmUp().start();
      }
      return choice;
    }
  }
}
