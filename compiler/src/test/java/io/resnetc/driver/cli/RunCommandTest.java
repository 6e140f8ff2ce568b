package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.driver.npy.NpyReader;
import io.resnetc.driver.npy.NpyWriter;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.testing.SafetensorsFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that answers with the mean of each colour, so that every answer is known. */
class RunCommandTest extends CommandLineTest {
  private Path weights;

  @BeforeEach
  void writeWeights() throws IOException {
    weights = SafetensorsFile.write(folder.resolve("w.safetensors"), meansOfColours());
  }

  @Test
  void printsTheLikeliestClassesOfImages() throws IOException {
    Path red = image("red.png", 7, 9, 0xC80000);
    Path blue = image("blue.jpg", 40, 30, 0x0000C8);
    Result result = run("run", model, "--weights", weights, "--image", red, blue, "--top", 2);
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines())
        .containsExactly(
            red.toString(),
            "  1.0000  0  red",
            "  0.0000  1  green",
            blue.toString(),
            "  1.0000  2  blue",
            "  0.0000  0  red");
  }

  @Test
  void writesTheOutputsOfABatch() throws IOException {
    Path output = folder.resolve("out/y.npy");
    Result result =
        run("run", model, "--weights", weights, "--input", batch(37), "--output", output);
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(output + ": outputs of 37 images");
    float[] values = values(output, List.of(37, 3));
    for (int i = 0; i < 37; i++) {
      assertThat(List.of(values[3 * i], values[3 * i + 1], values[3 * i + 2]))
          .containsExactly((float) i, i + 0.25f, i + 0.5f);
    }
  }

  @Test
  void threadsDoNotChangeTheBits() throws IOException {
    Path one = folder.resolve("one.npy");
    Path three = folder.resolve("three.npy");
    Path input = batch(5);
    run("run", model, "--weights", weights, "--input", input, "--output", one);
    run("run", model, "--weights", weights, "--input", input, "--output", three, "--threads", 3);
    assertThat(one).hasSameBinaryContentAs(three);
  }

  @Test
  void printsTheClassesOfABatchWhenNothingIsWritten() throws IOException {
    Path input = batch(2);
    Result result = run("run", model, "--weights", weights, "--input", input, "--top", 1);
    assertThat(result.out().lines())
        .containsExactly(input + "[0]", "  0.4192  2  blue", input + "[1]", "  0.4192  2  blue");
  }

  @Test
  void writesAnEmptyBatch() throws IOException {
    Path output = folder.resolve("y.npy");
    run("run", model, "--weights", weights, "--input", batch(0), "--output", output);
    assertThat(values(output, List.of(0, 3))).isEmpty();
  }

  @Test
  void takesTheProbabilitiesOfANetworkThatEndsInSoftmax() throws IOException {
    Path softmax =
        write("softmax.rn", TINY.replace("linear(classes)", "linear(classes) -> softmax"));
    Result result = run("run", softmax, "--weights", weights, "--input", batch(1), "--top", 1);
    assertThat(result.out()).contains("0.4192  2  blue");
  }

  @Test
  void writesAFeatureMapButCannotRankIt() throws IOException {
    Path map = write("map.rn", "model Map { input x [3, 4, 4]\n x -> conv: conv(2, kernel = 1) }");
    Tensor weight = new Tensor(new float[] {1, 0, 0, 0, 0, 1}, List.of(2, 3, 1, 1));
    Path file = SafetensorsFile.write(folder.resolve("m"), Map.of("conv.weight", weight));
    Path output = folder.resolve("y.npy");
    assertUserError("makes a feature map [2, 4, 4]", map, file, "--input", batch(1));
    assertThat(run("run", map, "--weights", file, "--input", batch(1), "--output", output).code())
        .isZero();
    assertThat(values(output, List.of(1, 2, 4, 4))).contains(0, 0.5f);
  }

  @Test
  void saysWhatIsWrongWithTheWeights() throws IOException {
    Path input = batch(1);
    Path missing = folder.resolve("none");
    assertUserError("none: no such file", model, missing, "--input", input);
    assertUserError("is a folder", model, folder, "--input", input);
    assertUserError("resnetc: ", model, write("text", "no weights"), "--input", input);
    Map<String, Tensor> other = meansOfColours();
    other.put("fc.bias", new Tensor(new float[4], List.of(4)));
    other.remove("bn1.bias");
    other.put("head.bias", new Tensor(new float[1], List.of(1)));
    Path misfit = SafetensorsFile.write(folder.resolve("misfit"), other);
    Result result = run("run", model, "--weights", misfit, "--input", input);
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains("fc.bias", "bn1.bias", "head.bias");
  }

  @Test
  void saysWhatIsWrongWithTheInput() throws IOException {
    assertUserError(
        "none.npy: no such file", model, weights, "--input", folder.resolve("none.npy"));
    assertUserError("is a folder", model, weights, "--input", folder);
    assertUserError("is not a .npy file", model, weights, "--input", write("x.npy", "text"));
    assertUserError(
        "has the shape [2, 3, 5, 4]; Tiny takes a batch [N, 3, 4, 4]",
        model,
        weights,
        "--input",
        array(2, 3, 5, 4));
    assertUserError("with x[None] in Python", model, weights, "--input", array(3, 4, 4));
    assertUserError("x.transpose(0, 3, 1, 2)", model, weights, "--input", array(1, 4, 4, 3));
  }

  @Test
  void saysWhatIsWrongWithAnImage() throws IOException {
    Path text = write("cat.png", "text");
    assertUserError(
        "none.png: no such file", model, weights, "--image", folder.resolve("none.png"));
    assertUserError(text + ": is not an image", model, weights, "--image", text);
    Path two = write("two.rn", "model Two { input x [2, 4, 4]\n x -> flatten -> fc: linear(2) }");
    assertUserError("resnetc: ", two, weights, "--image", image("a.png", 1, 1, 0));
  }

  @Test
  void aFailedRunLeavesNoOutput() throws IOException {
    Path text = write("cat.png", "text");
    Path output = folder.resolve("y.npy");
    assertUserError("cat.png", model, weights, "--image", text, "--output", output);
    assertThat(output).doesNotExist();
  }

  private static void assertUserError(
      String message, Path model, Path weights, Object... arguments) {
    Object[] all = new Object[4 + arguments.length];
    all[0] = "run";
    all[1] = model;
    all[2] = "--weights";
    all[3] = weights;
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    Result result = run(all);
    assertThat(result.err()).contains(message).doesNotContain("\tat ", "Exception");
    assertThat(result.code()).isOne();
  }

  private static Map<String, Tensor> meansOfColours() {
    float[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    Map<String, Tensor> tensors = new TreeMap<>();
    tensors.put("conv1.weight", new Tensor(identity, List.of(3, 3, 1, 1)));
    tensors.put("bn1.weight", filled(1));
    tensors.put("bn1.bias", filled(0));
    tensors.put("bn1.running_mean", filled(0));
    tensors.put("bn1.running_var", filled(1 - 1e-5f));
    tensors.put("fc.weight", new Tensor(identity, List.of(3, 3)));
    tensors.put("fc.bias", filled(0));
    return tensors;
  }

  private static Tensor filled(float value) {
    return new Tensor(new float[] {value, value, value}, List.of(3));
  }

  /** Image {@code i} is filled with {@code i}, {@code i + 1/4} and {@code i + 1/2}. */
  private Path batch(int images) throws IOException {
    float[] values = new float[images * 48];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 48 + i / 16 % 3 * 0.25f;
    }
    return array(values, List.of(images, 3, 4, 4));
  }

  private Path array(Integer... shape) throws IOException {
    int elements = 1;
    for (int dim : shape) {
      elements *= dim;
    }
    return array(new float[elements], List.of(shape));
  }

  private Path array(float[] values, List<Integer> shape) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new NpyWriter(bytes, shape).write(values, values.length);
    return Files.write(folder.resolve("batch.npy"), bytes.toByteArray());
  }

  private static float[] values(Path file, List<Integer> shape) throws IOException {
    try (NpyReader reader = NpyReader.open(file)) {
      assertThat(reader.shape()).isEqualTo(shape);
      float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
      reader.read(values);
      return values;
    }
  }

  private Path image(String name, int width, int height, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, rgb);
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
    return file;
  }
}
