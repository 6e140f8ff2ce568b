package io.resnetc.golden;

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

  private static String bits(Graph graph, Weights weights, int threads) {
    Network network = GeneratedNetwork.load(graph, weights);
    float[] logits = new float[network.info().outputElements()];
    float[] image = new RecipeWeights(3).images(graph, 1);
    try (Workers workers = new Workers(threads)) {
      network.run(network.newContext(workers), image, 1, logits);
    }
    StringBuilder hex = new StringBuilder();
    for (float logit : logits) {
      hex.append(HexFormat.of().toHexDigits(Float.floatToRawIntBits(logit)));
    }
    return hex.toString();
  }
}
