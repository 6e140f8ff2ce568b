package io.resnetc.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.op.Conv2d;
import io.resnetc.runtime.weights.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Networks of two layers: images that are shared go through the parallelism three times, first to
 * be laid into the arena.
 */
class BatchesTest {
  private static final int SIDE = 16;

  /** The same convolution twice. */
  private static final class Twice extends Network {
    private final View x;
    private final View y;
    private final Conv2d conv;

    Twice(int channels, int side, int kernel) {
      super(
          new NetworkInfo(
              "Twice",
              List.of(channels, side, side),
              List.of(channels, side, side),
              List.of(part(channels * 2 * (side + 2) * (side + 2))),
              new Preprocessing(1, List.of(), List.of(), 0),
              List.of()));
      int border = kernel / 2;
      x = View.at(0, channels, side, side).bordered(border, border, border, border);
      y = View.at(x.size(), channels, side, side).bordered(border, border, border, border);
      float[] weight = new float[channels * channels * kernel * kernel];
      for (int i = 0; i < weight.length; i++) {
        weight[i] = (i % 7 - 3) / 8f;
      }
      Tensor tensor = new Tensor(weight, List.of(channels, channels, kernel, kernel));
      Window window = Window.square(kernel, 1, border);
      conv = register(Conv2d.of(tensor, null, window, 1, Activation.NONE));
    }

    private static Part part(int floats) {
      return new Part(floats, floats);
    }

    @Override
    protected void forward(Context c, int part) {
      c.input(x);
      c.run(conv, x, y);
      c.run(conv, y, x);
      c.output(x);
    }
  }

  /** Notes how many shares each run has; in reverse, so that no order is relied upon. */
  private static final class Recorder implements Parallelism {
    final List<Integer> runs = new ArrayList<>();
    private final int degree;

    Recorder(int degree) {
      this.degree = degree;
    }

    @Override
    public int degree() {
      return degree;
    }

    @Override
    public void run(int parts, Body body) {
      runs.add(parts);
      for (int part = parts - 1; part >= 0; part--) {
        body.run(part, parts);
      }
    }
  }

  @Test
  void threadsTakeSlicesOfTheirOwnAndShareTheRest() throws InterruptedException {
    Network small = rehearsed(new Twice(32, SIDE, 3));
    assertThat(runs(small, 1, 3)).as("one image").containsExactly(3, 3, 3);
    assertThat(runs(small, 3, 3)).as("an image each").containsExactly(3);
    assertThat(runs(small, 30, 3)).as("ten images each").containsExactly(3);
    assertThat(runs(small, 5, 3)).as("an image each, and two shared").containsExactly(3, 3, 3, 3);
  }

  @Test
  void everyImageRunsOnceWhateverTheThreads() {
    Network small = new Twice(32, SIDE, 3);
    for (int batch = 1; batch < 20; batch++) {
      float[] input = images(small, batch);
      float[] expected = oneByOne(small, input);
      for (int degree = 1; degree < 5; degree++) {
        assertThat(run(small, input, batch, new Recorder(degree)))
            .as("batch %d on %d threads", batch, degree)
            .isEqualTo(expected);
        try (Workers workers = new Workers(degree)) {
          assertThat(run(small, input, batch, workers)).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void weightsThatAreUsedSeldomAreReadTogether() throws InterruptedException {
    // 8 multiply-adds for each weight and image.
    Network heavy = rehearsed(new Twice(128, 2, 1));
    assertThat(runs(heavy, 4, 2)).containsExactly(2, 2, 2);
  }

  @Test
  void leavesAProcessorToTheCompilerUntilItIsRehearsed() {
    Network fresh = new Twice(32, SIDE, 3);
    int processors = Runtime.getRuntime().availableProcessors();
    int shares = fresh.isRehearsed() ? processors : Math.max(1, processors - 1);
    assertThat(runs(fresh, 1, processors)).containsExactly(shares, shares, shares);
  }

  /** Answers once, and waits until other kernels, if there are any, have taken over. */
  private static Network rehearsed(Network network) throws InterruptedException {
    network.run(images(network, 1));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!network.isRehearsed() && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(network.isRehearsed()).isTrue();
    return network;
  }

  @Test
  void aContextTakesBatchesOfAllSizesInTurn() {
    Network small = new Twice(32, SIDE, 3);
    float[] input = images(small, 17);
    float[] expected = oneByOne(small, input);
    Context context = small.newContext(new Recorder(2));
    for (int batch : new int[] {2, 17, 1, 16, 3}) {
      float[] output = new float[batch * small.info().outputElements()];
      small.run(context, input, batch, output);
      assertThat(output).isEqualTo(Arrays.copyOf(expected, output.length));
    }
  }

  private static List<Integer> runs(Network network, int batch, int degree) {
    Recorder recorder = new Recorder(degree);
    run(network, images(network, batch), batch, recorder);
    return recorder.runs;
  }

  private static float[] oneByOne(Network network, float[] input) {
    int in = network.info().inputElements();
    int out = network.info().outputElements();
    float[] output = new float[input.length / in * out];
    for (int image = 0; image < input.length / in; image++) {
      float[] one = network.run(Arrays.copyOfRange(input, image * in, (image + 1) * in));
      System.arraycopy(one, 0, output, image * out, out);
    }
    return output;
  }

  private static float[] run(Network network, float[] input, int batch, Parallelism parallelism) {
    float[] output = new float[batch * network.info().outputElements()];
    network.run(network.newContext(parallelism), input, batch, output);
    return output;
  }

  private static float[] images(Network network, int batch) {
    float[] images = new float[batch * network.info().inputElements()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (i * 31 % 101 - 50) / 64f;
    }
    return images;
  }
}
