package io.resnetc.golden;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/** PyTorch's float64 logits for one network with recipe weights and recipe images. */
record GoldenCase(
    String family, String model, int classes, int batch, long seed, List<double[]> logits) {

  /** The cases that come with the project: seed 7, ten classes. */
  static List<GoldenCase> own() throws IOException {
    try (InputStream in = GoldenCase.class.getResourceAsStream("logits.json")) {
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }

  /** The cases of another file of the same form. */
  static List<GoldenCase> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader);
    }
  }

  private static List<GoldenCase> read(Reader reader) {
    return new Gson().fromJson(reader, new TypeToken<List<GoldenCase>>() {}.getType());
  }

  /** The sample file in which the model stands. */
  String sampleFile() {
    return switch (family) {
      case "cifar32" -> "resnet.rn";
      case "imagenet" -> "resnet-imagenet.rn";
      case "paper" -> "resnet-cifar.rn";
      default -> family + ".rn";
    };
  }

  /** All logits, image after image. */
  double[] expected() {
    return logits.stream().flatMapToDouble(DoubleStream::of).toArray();
  }

  @Override
  public String toString() {
    return "%s %s, %d classes, batch %d, seed %d".formatted(family, model, classes, batch, seed);
  }
}
