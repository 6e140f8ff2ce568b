package io.resnetc.runtime.op;

import io.resnetc.runtime.Activation;
import io.resnetc.runtime.View;
import io.resnetc.runtime.Window;
import io.resnetc.runtime.Workers;
import io.resnetc.runtime.weights.Tensor;
import java.util.List;
import java.util.Random;

/**
 * Prints how fast each form of a 3 x 3 convolution is on the shapes of ResNets, in effective
 * GFLOP/s (those of the definition), the forms taking turns. Arguments: threads, seconds a shape.
 */
final class ConvolutionProbe {
  private static final int[][] SHAPES = {
    {64, 56}, {128, 28}, {256, 14}, {512, 7}, {64, 32}, {128, 16}, {256, 8}, {512, 4}, {16, 32},
    {32, 16}, {64, 8}
  };

  private ConvolutionProbe() {}

  public static void main(String[] args) {
    int threads = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 3;
    System.out.printf("JDK %s, threads %d%n", Runtime.version(), threads);
    System.out.println("shape          direct   F(2x2)   F(4x4)   scratch KiB");
    try (Workers workers = new Workers(threads)) {
      measure(workers, 64, 28, seconds);
      for (int[] shape : SHAPES) {
        System.out.println(measure(workers, shape[0], shape[1], seconds));
      }
    }
  }

  private static String measure(Workers workers, int channels, int size, double seconds) {
    Tensor weight = weight(channels);
    Window window = Window.square(3, 1, 1);
    Conv2d[] forms = {
      Conv2d.of(weight, null, window, 1, Activation.RELU),
      WinogradConv2d.of(2, weight, null, window, Activation.RELU),
      WinogradConv2d.of(4, weight, null, window, Activation.RELU)
    };
    View x = View.at(0, channels, size, size).bordered(1, 1, 1, 1);
    Layer layer = new Layer(x, null, x, 1, 1, 0);
    long[] best = new long[forms.length];
    for (int i = 0; i < forms.length; i++) {
      layer.run(forms[i], workers.degree());
      best[i] = Long.MAX_VALUE;
    }
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      for (int i = 0; i < forms.length; i++) {
        best[i] = Math.min(best[i], time(workers, layer, forms[i]));
      }
    }
    StringBuilder text = new StringBuilder("%3dx%-3dx%-4d".formatted(size, size, channels));
    double work = 18.0 * channels * channels * size * size;
    for (long nanos : best) {
      text.append("%9.0f".formatted(work / nanos));
    }
    for (Conv2d form : forms) {
      text.append("%8d".formatted(form.scratch() / 256));
    }
    return text.toString();
  }

  /** The least of a few runs in a row, so that each form finds its weights where it left them. */
  private static long time(Workers workers, Layer layer, Conv2d form) {
    layer.prepare(form, workers.degree());
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 10; run++) {
      long start = System.nanoTime();
      workers.run(workers.degree(), (part, parts) -> form.compute(layer, part, parts));
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private static Tensor weight(int channels) {
    Random random = new Random(channels);
    float[] values = new float[9 * channels * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextFloat() - 0.5f) / channels;
    }
    return new Tensor(values, List.of(channels, channels, 3, 3));
  }
}
