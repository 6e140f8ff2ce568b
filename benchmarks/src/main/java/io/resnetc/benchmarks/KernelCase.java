package io.resnetc.benchmarks;

import java.util.Locale;
import java.util.Random;

/** A kernel at a shape that networks have: what {@link KernelBenchmark} runs. */
interface KernelCase {
  /** The kernel or the algorithm, such as {@code 3x3 / 2, register tiles}. */
  String kernel();

  /** What it is applied to, such as {@code 56x56x64 to 64}. */
  String shape();

  /** Those of the definition, whatever the algorithm. */
  long multiplyAdds();

  /** Operands, weights and results, each counted once. */
  long bytes();

  /** Makes operands and packs weights; each run of what is returned computes the same. */
  Runnable prepare();

  /** The name that chooses it on the command line. */
  default String key() {
    String text = (kernel() + ' ' + shape()).toLowerCase(Locale.ROOT);
    return text.replaceAll("[(),]", "").replace(" / ", "/").replace(' ', '-');
  }

  /** As many numbers between -0.5 and 0.5, the same in every call. */
  static float[] values(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
