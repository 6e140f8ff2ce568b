package io.resnetc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.resnetc.runtime.op.Add;
import io.resnetc.runtime.op.Conv2d;
import io.resnetc.runtime.op.Flatten;
import io.resnetc.runtime.op.GlobalAvgPool;
import io.resnetc.runtime.op.Linear;
import io.resnetc.runtime.op.MaxPool;
import io.resnetc.runtime.op.Softmax;
import io.resnetc.runtime.weights.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A network written by hand as the compiler would write it. */
class NetworkTest {
  /** Two convolutions, the second with work for two shares, a residual, pools, a classifier. */
  private static final class Tiny extends Network {
    private static final View IMAGE = View.at(0, 3, 32, 32).bordered(1, 1, 1, 1);
    private static final View STEM = View.at(3468, 32, 32, 32);
    private static final View POOLED = View.at(36236, 32, 16, 16).bordered(1, 1, 1, 1);
    private static final View BRANCH = View.at(0, 32, 16, 16);
    private static final View MEAN = View.at(10000, 32, 1, 1);
    private static final View FLAT = View.at(10032, 32, 1, 1);
    private static final View LOGITS = View.at(10064, 5, 1, 1);

    private final Conv2d stem = conv(1, 32, 3, 3);
    private final Conv2d branch = conv(2, 32, 32, 3);
    private final Linear linear = register(Linear.of(tensor(3, 5, 32), null, Activation.NONE));
    private final Operator pool = register(MaxPool.of(Window.square(2, 2, 0)));
    private final Operator add = register(Add.of(Activation.RELU));
    private final Operator mean = register(GlobalAvgPool.of());
    private final Operator flatten = register(Flatten.of());
    private final Operator softmax = register(Softmax.of(false));

    Tiny() {
      super(
          new NetworkInfo(
              "Tiny",
              List.of(3, 32, 32),
              List.of(5),
              List.of(new Part(46604, 46604)),
              new Preprocessing(1, List.of(), List.of(), 0),
              List.of()));
    }

    private Conv2d conv(int seed, int out, int in, int kernel) {
      Tensor weight = tensor(seed, out, in, kernel, kernel);
      Window window = Window.square(kernel, 1, kernel / 2);
      return register(Conv2d.of(weight, null, window, 1, Activation.RELU));
    }

    @Override
    protected void forward(Context c, int part) {
      c.input(IMAGE);
      c.run(stem, IMAGE, STEM);
      c.run(pool, STEM, POOLED);
      c.run(branch, POOLED, BRANCH);
      c.run(add, POOLED, BRANCH, BRANCH);
      c.run(mean, BRANCH, MEAN);
      c.run(flatten, MEAN, FLAT);
      c.run(linear, FLAT, LOGITS);
      c.run(softmax, LOGITS, LOGITS);
      c.output(LOGITS);
    }

    private static Tensor tensor(long seed, Integer... dims) {
      float[] values = new float[List.of(dims).stream().reduce(1, (a, b) -> a * b)];
      Random random = new Random(seed);
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat() - 0.5f;
      }
      return new Tensor(values, List.of(dims));
    }
  }

  private final Network network = new Tiny();
  private final float[] input = Tiny.tensor(9, 4, 3, 32, 32).values();

  @Test
  void sameBitsForEveryBatchAndParallelism() {
    float[] expected = network.run(input);
    assertThat(expected).hasSize(20).doesNotContain(Float.NaN);
    try (Workers workers = new Workers(3)) {
      Context context = network.newContext(workers);
      float[] together = new float[20];
      network.run(context, input, 4, together);
      assertThat(together).isEqualTo(expected);
      for (int image = 0; image < 4; image++) {
        float[] one = new float[3 * 32 * 32];
        System.arraycopy(input, image * one.length, one, 0, one.length);
        float[] output = new float[5];
        network.run(context, one, 1, output);
        assertThat(output).containsExactly(Arrays.copyOfRange(expected, 5 * image, 5 * image + 5));
      }
    }
  }

  @Test
  void sameBitsWhenOtherKernelsTakeOver() {
    Context context = network.newContext();
    float[] output = new float[20];
    network.run(context, input, 4, output);
    float[] first = output.clone();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!network.isRehearsed() && System.nanoTime() < deadline) {
      network.run(context, input, 4, output);
      assertThat(output).isEqualTo(first);
    }
    assertThat(network.isRehearsed()).isTrue();
    network.run(context, input, 4, output);
    assertThat(output).isEqualTo(first);
  }

  @Test
  void allocatesNothingAfterWarmUp() {
    assertThat(allocated(network.newContext())).isZero();
    try (Workers workers = new Workers(2)) {
      assertThat(allocated(network.newContext(workers))).isZero();
    }
  }

  /** Bytes that this thread allocates in 20 calls once it is warm. */
  private long allocated(Context context) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] output = new float[20];
    long least = Long.MAX_VALUE;
    // Until C2 has compiled the kernels, each interpreted vector is an object.
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while ((least > 0 || !network.isRehearsed()) && System.nanoTime() < deadline) {
      least = network.isRehearsed() ? least : Long.MAX_VALUE;
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 20; i++) {
        network.run(context, input, 4, output);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @Test
  void refusesWhatDoesNotFit() {
    Context context = network.newContext();
    assertThatThrownBy(() -> network.run(context, new float[10], 1, new float[5]))
        .hasMessageContaining("the input array has 10 values");
    assertThatThrownBy(() -> network.run(context, input, 4, new float[5]))
        .hasMessageContaining("the output array has 5 values");
    assertThatThrownBy(() -> network.run(new float[10])).hasMessageContaining("no whole number");
    assertThatThrownBy(() -> new Tiny().run(context, input, 4, new float[20]))
        .hasMessageContaining("another network");
  }
}
