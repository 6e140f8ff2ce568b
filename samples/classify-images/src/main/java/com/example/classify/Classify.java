package com.example.classify;

import io.resnetc.runtime.Context;
import io.resnetc.runtime.NetworkInfo;
import io.resnetc.runtime.weights.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Classifies image files, and the images of folders, with a trained ResNet-20. */
public final class Classify {
  private static final String WEIGHTS = "/resnet20p-cifar10.safetensors";
  private static final int TOP = 3;

  private Classify() {}

  public static void main(String[] args) throws IOException {
    ResNet20 network = load();
    NetworkInfo info = network.info();
    // A context is a thread's working memory: made once, then used for image after image.
    Context context = network.newContext();
    float[] logits = new float[info.outputElements()];
    for (Path file : images(args)) {
      float[] pixels = Photograph.read(file).toInput(info);
      network.run(context, pixels, 1, logits);
      System.out.printf(
          "%-16s %s%n", file.getFileName(), top(probabilities(logits), info.labels()));
    }
  }

  private static ResNet20 load() throws IOException {
    try (InputStream weights = Classify.class.getResourceAsStream(WEIGHTS)) {
      return ResNet20.load(Weights.read(weights));
    }
  }

  /** The files as they are named; of folders, what looks like an image. */
  private static List<Path> images(String[] args) throws IOException {
    List<Path> result = new ArrayList<>();
    for (String arg : args) {
      Path path = Path.of(arg);
      try (Stream<Path> files = Files.walk(path)) {
        files
            .filter(file -> file.equals(path) ? Files.isRegularFile(file) : isImage(file))
            .sorted()
            .forEach(result::add);
      }
    }
    return result;
  }

  private static boolean isImage(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)");
  }

  /** Softmax; the largest logit is subtracted so that nothing overflows. */
  private static double[] probabilities(float[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    double[] result = new double[logits.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.exp(logits[i] - largest);
      sum += result[i];
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  /** The likeliest classes: {@code cat 81.4%, bird 10.9%, frog 3.1%}. */
  private static String top(double[] probabilities, List<String> labels) {
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
        .limit(TOP)
        .map(i -> String.format(Locale.ROOT, "%s %.1f%%", labels.get(i), 100 * probabilities[i]))
        .collect(Collectors.joining(", "));
  }
}
