package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Workers;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.Samples;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Prints the bits of some networks' logits, a line a network: for a virtual machine of its own,
 * with the kernels and lanes that its command line says.
 */
final class LogitBits {
  private LogitBits() {}

  public static void main(String[] args) throws IOException {
    System.out.println(String.join("\n", lines(Integer.parseInt(args[0]))));
  }

  /** The same lines from this virtual machine. */
  static List<String> lines(int threads) throws IOException {
    Weights trained =
        Weights.read(Samples.folder().resolve("weights/resnet20p-cifar10.safetensors"));
    Graph resnet20 = graph("resnet-cifar.rn", "ResNet20P");
    Graph resnet18 = graph("resnet.rn", "ResNet18");
    Weights recipe = Weights.of(new RecipeWeights(3).tensors(resnet18));
    return List.of(
        "ResNet20P " + bits(resnet20, trained, threads),
        "ResNet18 " + bits(resnet18, recipe, threads));
  }

  private static Graph graph(String file, String model) {
    return Pipeline.standard().run(Samples.graph(file, model, Map.of()));
  }

  /** Of an image in a batch of so many that threads have images of their own, and share one. */
  private static String bits(Graph graph, Weights weights, int threads) {
    Network network = GeneratedNetwork.load(graph, weights);
    int classes = network.info().outputElements();
    int batch = 2 * threads + 1;
    float[] image = new RecipeWeights(3).images(graph, 1);
    float[] images = new float[batch * image.length];
    for (int i = 0; i < batch; i++) {
      System.arraycopy(image, 0, images, i * image.length, image.length);
    }
    float[] logits = new float[batch * classes];
    try (Workers workers = new Workers(threads)) {
      network.run(network.newContext(workers), images, batch, logits);
    }
    String first = hex(logits, 0, classes);
    for (int i = 1; i < batch; i++) {
      assertThat(hex(logits, i * classes, classes)).as("image %d", i).isEqualTo(first);
    }
    return first;
  }

  private static String hex(float[] logits, int from, int count) {
    StringBuilder hex = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      hex.append(HexFormat.of().toHexDigits(Float.floatToRawIntBits(logits[i])));
    }
    return hex.toString();
  }
}
