package io.resnetc.benchmarks;

import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import io.resnetc.lower.LoweringOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A network that is measured.
 *
 * @param key its name on the command line
 * @param title its name in the tables
 * @param file the sample file that holds it
 * @param model its name there
 */
record BenchmarkNetwork(String key, String title, String file, String model) {
  static final List<BenchmarkNetwork> ALL =
      List.of(
          new BenchmarkNetwork(
              "resnet18-224", "ResNet-18, 224x224", "resnet-imagenet.rn", "resnet18"),
          new BenchmarkNetwork(
              "resnet50-224", "ResNet-50, 224x224", "resnet-imagenet.rn", "resnet50"),
          new BenchmarkNetwork("resnet18-32", "ResNet-18, 32x32", "resnet.rn", "ResNet18"),
          new BenchmarkNetwork("resnet50-32", "ResNet-50, 32x32", "resnet.rn", "ResNet50"),
          new BenchmarkNetwork(
              "resnet20-32", "ResNet-20 of the paper, 32x32", "resnet-cifar.rn", "ResNet20"));

  /** The network of that key. */
  static Optional<BenchmarkNetwork> of(String key) {
    return ALL.stream().filter(network -> network.key.equals(key)).findFirst();
  }

  /**
   * Takes the network from its source to Java, which stays in memory.
   *
   * @param batch images that algorithms are chosen for
   */
  Compilation compile(Path models, int batch) throws CompileException {
    return new Compiler()
        .compile(
            CompileRequest.of(models.resolve(file))
                .withModel(model)
                .withLowering(LoweringOptions.DEFAULT.withBatch(batch)));
  }
}
