package io.resnetc.testing;

/**
 * PyTorch's random numbers on the CPU, from a seed: the Mersenne twister MT19937 (Matsumoto and
 * Nishimura 1998), and what {@code torch.rand} and {@code normal_} make of its words.
 */
public final class TorchRandom {
  private static final int SIZE = 624;
  private static final int MIDDLE = 397;

  /** So many normal numbers are made at once. */
  private static final int GROUP = 16;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  public TorchRandom(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
  }

  /** So many numbers between two bounds, the upper excluded. */
  public float[] uniform(int count, float from, float to) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = uniform() * (to - from) + from;
    }
    return values;
  }

  /** At least 16 numbers of mean 0, by the method of Box and Muller (1958). */
  public float[] normal(int count, double deviation) {
    float[] values = uniform(count, 0, 1);
    for (int i = 0; i + GROUP <= count; i += GROUP) {
      boxMuller(values, i, deviation);
    }
    if (count % GROUP != 0) {
      System.arraycopy(uniform(GROUP, 0, 1), 0, values, count - GROUP, GROUP);
      boxMuller(values, count - GROUP, deviation);
    }
    return values;
  }

  private static void boxMuller(float[] values, int from, double deviation) {
    for (int i = from; i < from + GROUP / 2; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - values[i])) * deviation;
      double angle = 2 * Math.PI * values[i + GROUP / 2];
      values[i] = (float) (radius * Math.cos(angle));
      values[i + GROUP / 2] = (float) (radius * Math.sin(angle));
    }
  }

  private float uniform() {
    return (word() & 0xFFFFFF) * 0x1p-24f;
  }

  private int word() {
    if (next == SIZE) {
      refill();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9D2C5680;
    y ^= y << 15 & 0xEFC60000;
    return y ^ y >>> 18;
  }

  private void refill() {
    for (int i = 0; i < SIZE; i++) {
      int y = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7FFFFFFF;
      state[i] = state[(i + MIDDLE) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
    }
    next = 0;
  }
}
