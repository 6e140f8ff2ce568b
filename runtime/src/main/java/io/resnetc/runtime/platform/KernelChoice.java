package io.resnetc.runtime.platform;

import io.resnetc.runtime.kernel.Kernels;
import io.resnetc.runtime.kernel.ScalarKernels;
import io.resnetc.runtime.machine.Caches;
import io.resnetc.runtime.vector.VectorKernels;
import java.util.function.Supplier;

/**
 * Which kernels this process runs, and why. Made once, when the first operator is built, and
 * logged; {@code -Dresnetc.kernels=scalar|vector} forces one.
 */
public final class KernelChoice {
  private static final String PROPERTY = "resnetc.kernels";
  private static final String MODULE = "jdk.incubator.vector";

  private final Kernels kernels;
  private final Supplier<String> reason;

  private KernelChoice(Kernels kernels, Supplier<String> reason) {
    this.kernels = kernels;
    this.reason = reason;
  }

  /** The choice of this process. */
  public static KernelChoice current() {
    return Holder.CHOICE;
  }

  /** What every operator uses. */
  public Kernels kernels() {
    return kernels;
  }

  /** Why, in one sentence. */
  public String reason() {
    return reason.get();
  }

  private static KernelChoice choose() {
    String forced = System.getProperty(PROPERTY, "");
    boolean module = ModuleLayer.boot().findModule(MODULE).isPresent();
    if (!forced.isEmpty() && !forced.equals("scalar") && !forced.equals("vector")) {
      throw new IllegalArgumentException(
          "-D%s=%s: expected scalar or vector".formatted(PROPERTY, forced));
    }
    if (forced.equals("scalar")) {
      return scalar("forced by -D" + PROPERTY);
    }
    if (!module) {
      String remedy = "the Vector API is not in the boot layer: add --add-modules " + MODULE;
      if (forced.equals("vector")) {
        throw new IllegalStateException("-D" + PROPERTY + "=vector, but " + remedy);
      }
      return scalar(remedy);
    }
    if (forced.equals("vector")) {
      return vector("forced by -D" + PROPERTY);
    }
    String obstacle = Processor.obstacleToVectors();
    return obstacle == null
        ? vector("the Vector API is present and C2 compiles it")
        : scalar(obstacle);
  }

  private static KernelChoice scalar(String why) {
    return new KernelChoice(new ScalarKernels(), () -> "scalar kernels: " + why);
  }

  private static KernelChoice vector(String why) {
    // Late, because the Vector API takes a while to load.
    return new KernelChoice(
        new VectorKernels(),
        () -> "vector kernels of %d lanes: ".formatted(VectorKernels.lanes()) + why);
  }

  /** Chooses when first asked. */
  private static final class Holder {
    static final KernelChoice CHOICE = announced(choose(), Caches.current());

    /** Logs on a thread of its own: loading a logger takes tens of milliseconds. */
    private static KernelChoice announced(KernelChoice choice, Caches caches) {
      new Thread(() -> announce(choice, caches), "resnetc-announcement").start();
      return choice;
    }

    private static void announce(KernelChoice choice, Caches caches) {
      System.Logger logger = System.getLogger("io.resnetc.runtime");
      logger.log(System.Logger.Level.INFO, choice.reason() + "; " + caches);
      if (!Processor.hasFma()) {
        logger.log(System.Logger.Level.WARNING, Processor.NO_FMA);
      }
    }
  }
}
