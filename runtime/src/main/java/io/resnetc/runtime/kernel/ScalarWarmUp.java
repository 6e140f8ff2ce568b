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

  /** Enough for 600 calls in code that counts them, which C1 makes after some 200. */
  private static final int ROUNDS = 48;

  /** Calls of one kernel before the next has its turn, so that C1 comes to compile the first. */
  private static final int CALLS = 32;

  private static final WinogradTransform[] TRANSFORMS = {
    WinogradTransform.DATA_6,
    WinogradTransform.RESULT_3_4,
    WinogradTransform.RESULT_4_3,
    WinogradTransform.DATA_4,
    WinogradTransform.RESULT_2_3,
    WinogradTransform.DATA_3,
    WinogradTransform.RESULT_2_2
  };

  private final Kernels kernels = ScalarKernels.untilReplaced();
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
    } catch (InterruptedException e) {
      return;
    }
    for (int i = 0; i < ROUNDS; i++) {
      products();
      loops();
      transforms();
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

  private void loops() {
    for (int i = 0; i < CALLS; i++) {
      float[] z = i % 2 == 0 ? null : x;
      kernels.epilogue(x, 0, panel, 0, z, 0, y, 0, 0, 1, STEPS, Activation.RELU);
    }
    for (int i = 0; i < CALLS; i += 4) {
      kernels.max(x, 0, 3, STEPS, 3, STEPS, y, 0, STEPS);
    }
  }

  private void transforms() {
    for (WinogradTransform transform : TRANSFORMS) {
      for (int i = 0; i < CALLS; i++) {
        ScalarWinograd.transform(transform, x, 0, STEPS, y, 0, STEPS, STEPS);
      }
    }
  }

  private void multiply(int depth, float[] starts) {
    kernels.multiply(x, 0, depth, STEPS, 1, 0, depth, panel, 0, Kernels.PANEL, starts, 0, y, 0);
  }
}
