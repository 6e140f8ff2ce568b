package io.resnetc.runtime.kernel;

import io.resnetc.runtime.Activation;

/**
 * Has C2 compile the scalar kernels while a network still reads and packs its weights: the layers
 * of the first answer need them, and would run interpreted meanwhile. A thread of its own calls
 * them with little work until the virtual machine has counted enough calls, and ends: at first the
 * matrix product, which every convolution waits for, and a little later the rest.
 *
 * <p>It is for processes that change over to other kernels soon. Where the scalar kernels stay,
 * they had better be compiled with the profile of the network itself: C2 makes wider vectors for
 * longer loops.
 */
public final class ScalarWarmUp extends Thread {
  /**
   * Steps of a loop. Few, because C2 compiles a loop of many steps twice: once for the call that is
   * still in it (on stack, from 40000 steps on), and once for those that come. With these the 600th
   * call comes first.
   */
  private static final int STEPS = 40;

  private static final int DEPTH = 32;

  /** A depth of two lines twice, the loop for what three lines leave over. */
  private static final int LEFT = 4;

  /** Products, each with 24 calls of that loop; the virtual machine counts 1024 at a time. */
  private static final int PRODUCTS = 48;

  /** Until C2 has been given what packs weights; before, either would wait for the other. */
  private static final int DELAY_MILLIS = 60;

  /**
   * Enough for 600 calls in code that counts them, though that comes late: while C2 has much to do,
   * C1 makes code that does not, and C2 wants more calls.
   */
  private static final int ROUNDS = 96;

  /** Calls of one kernel before the next has its turn, so that C1 comes to compile the first. */
  private static final int CALLS = 32;

  private final Kernels kernels = ScalarKernels.untilReplaced();
  private final float[][] from = ScalarProduct.lines(6, STEPS);
  private final float[][] to = ScalarProduct.lines(6, STEPS);
  private final float[] x = new float[STEPS * DEPTH];
  private final float[] panel = new float[DEPTH * Kernels.PANEL];
  private final float[] y = new float[STEPS * Kernels.PANEL];

  public ScalarWarmUp() {
    super("resnetc-warm-up");
    setDaemon(true);
  }

  @Override
  public void run() {
    for (int i = 0; i < PRODUCTS; i++) {
      multiply(DEPTH, null);
      multiply(LEFT, null);
    }
    try {
      Thread.sleep(DELAY_MILLIS);
      for (int i = 0; i < ROUNDS; i++) {
        products();
        lines();
        transforms();
        // Rounds that last as long as the reading: C2 takes what it is given when it is idle.
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      interrupt();
    }
  }

  /** Products with a step that is left over, and every other one with a residual. */
  private void products() {
    for (int i = 0; i < CALLS; i++) {
      multiply(ScalarProduct.SUMS + 1, i % 2 == 0 ? null : x);
    }
    for (int i = 0; i < CALLS; i += 4) {
      kernels.multiplyRow(x, 0, DEPTH, panel, 0, y, 0);
    }
  }

  // Loops themselves, because what calls them would be compiled with copies of all of them.
  private void lines() {
    for (int i = 0; i < CALLS; i++) {
      ScalarPointwise.add(to[0], from[0], STEPS);
      ScalarPointwise.clamp(to[0], STEPS, Activation.RELU);
      ScalarPointwise.max(to[0], from[0], STEPS);
    }
  }

  private void transforms() {
    for (int i = 0; i < CALLS; i++) {
      ScalarWinograd.data6(from, to, STEPS);
      ScalarWinograd.result34(from, to, STEPS);
      ScalarWinograd.result43(from, to, STEPS);
      ScalarWinograd.data5(from, to, STEPS);
      ScalarWinograd.result42(from, to, STEPS);
      ScalarWinograd.data4(from, to, STEPS);
      ScalarWinograd.result23(from, to, STEPS);
      ScalarWinograd.data3(from, to, STEPS);
      ScalarWinograd.result22(from[0], from[1], from[2], to[0], to[1], STEPS);
    }
  }

  private void multiply(int depth, float[] starts) {
    kernels.multiply(x, 0, depth, STEPS, 1, 0, depth, panel, 0, Kernels.PANEL, starts, 0, y, 0);
  }
}
