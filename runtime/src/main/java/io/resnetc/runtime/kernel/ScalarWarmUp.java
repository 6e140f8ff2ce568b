package io.resnetc.runtime.kernel;

/**
 * Has C2 compile the scalar matrix product while a network still reads and packs its weights: every
 * convolution of the first answer needs it, and would wait for it. A thread of its own multiplies
 * small matrices until the virtual machine has counted enough calls, some 20 ms, and ends.
 *
 * <p>It is for processes that change over to other kernels soon. Where the scalar kernels stay,
 * they had better be compiled with the profile of the network itself: C2 makes wider vectors for
 * longer loops.
 */
public final class ScalarWarmUp extends Thread {
  /**
   * Few, because C2 compiles a loop of many steps twice: once for the call that is still in it (on
   * stack, from 40000 steps on), and once for those that come. With these the 600th call comes
   * first.
   */
  private static final int ROWS = 40;

  private static final int DEPTH = 32;

  /** Products, each with 64 calls of the inner loop; the virtual machine counts 1024 at a time. */
  private static final int TIMES = 40;

  public ScalarWarmUp() {
    super("resnetc-warm-up");
    setDaemon(true);
  }

  @Override
  public void run() {
    float[] rows = new float[ROWS * DEPTH];
    float[] panel = new float[DEPTH * Kernels.PANEL];
    float[] sums = new float[ROWS * Kernels.PANEL];
    for (int i = 0; i < TIMES; i++) {
      ScalarGemm.multiply(
          rows, 0, DEPTH, ROWS, 1, 0, DEPTH, panel, 0, Kernels.PANEL, null, 0, sums, 0);
    }
  }
}
