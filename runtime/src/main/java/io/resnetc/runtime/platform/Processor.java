package io.resnetc.runtime.platform;

/** What the processor and the virtual machine can do for the kernels. */
final class Processor {
  static final String NO_FMA =
      "this processor (or -XX:-UseFMA) has no fused multiply-add: Java emulates it, and networks"
          + " run thousands of times slower";

  /** An instruction takes some nanoseconds even in the interpreter, the emulation microseconds. */
  private static final long FMA_NANOS = 400;

  private static final boolean HAS_FMA = fmaNanos() < FMA_NANOS;

  private Processor() {}

  /** Whether {@link Math#fma(float, float, float)} is an instruction. */
  static boolean hasFma() {
    return HAS_FMA;
  }

  /** Why vector code would be slow here, or null. */
  static String obstacleToVectors() {
    String name = System.getProperty("java.vm.name", "");
    String info = System.getProperty("java.vm.info", "");
    String version = System.getProperty("java.vm.version", "");
    if (info.contains("interpreted mode")) {
      return "this virtual machine only interprets, and interpreted vector code is far slower";
    }
    if (name.contains("Client") || info.contains("emulated-client")) {
      return "C2 is off, and only C2 compiles vector code well";
    }
    if (version.contains("jvmci")) {
      return "a JVMCI compiler replaces C2, and only C2 compiles vector code well";
    }
    if (!name.contains("OpenJDK") && !name.contains("HotSpot")) {
      return "the virtual machine is '" + name + "', and only HotSpot's C2 is known to be fast";
    }
    return HAS_FMA ? null : NO_FMA;
  }

  /** The least time of several short runs: a pause of the machine must not look like emulation. */
  private static long fmaNanos() {
    long best = Long.MAX_VALUE;
    float sum = 1.5f;
    for (int run = 0; run < 20; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < 32; i++) {
        sum = Math.fma(sum, 0.75f, 0.3f);
      }
      best = Math.min(best, (System.nanoTime() - start) / 32);
    }
    // Never true; it keeps the loop from being removed.
    return sum == 0 ? 0 : best;
  }
}
