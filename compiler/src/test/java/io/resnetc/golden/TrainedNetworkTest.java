package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import io.resnetc.ir.Graph;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Preprocessing;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trained networks on photographs that they were not trained on. */
class TrainedNetworkTest {
  private static final Path CIFAR =
      Path.of(System.getProperty("resnetc.shared")).resolve("cifar10");
  private static final int CLASSES = 10;

  private CifarImages images;

  @BeforeEach
  void readImages() throws IOException {
    Path file = CIFAR.resolve("test_first1000.bin");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    images = CifarImages.read(file);
  }

  @Test
  void theOldResNet20AnswersAsInPyTorch() throws IOException {
    float[] logits = logits("ResNet20", Weights.read(CIFAR.resolve("resnet20.safetensors")));
    assertThat(images.right(logits)).isEqualTo(915);

    ByteBuffer expected = npy(CIFAR.resolve("resnet20_logits.npy"));
    double[] row = new double[CLASSES];
    for (int image = 0; image < images.count(); image++) {
      for (int i = 0; i < CLASSES; i++) {
        row[i] = expected.getDouble();
        assertThat((double) logits[image * CLASSES + i]).isCloseTo(row[i], within(1e-3));
      }
      assertThat(argmax(logits, image)).as("image %d", image).isEqualTo(argmax(row));
    }
  }

  @Test
  void ourOwnNetworkIsAsGoodAsWhenItWasTrained() throws IOException {
    Path weights = Samples.folder().resolve("weights/resnet20p-cifar10.safetensors");
    assertThat(images.right(logits("ResNet20P", Weights.read(weights)))).isEqualTo(877);
  }

  @Test
  void anImportedNetworkIsAsGoodAsItsAuthorsSay() throws Exception {
    Path file = CIFAR.resolveSibling("checkpoints").resolve("vnncomp-resnet2b.onnx");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    Compilation compiled = new Compiler().compile(CompileRequest.of(file));
    Network network = compiled.load(compiled.weights().orElseThrow());
    // The file does not say how its authors prepared an image.
    Preprocessing preprocessing =
        new Preprocessing(1 / 255.0, List.of(.4914, .4822, .4465), List.of(.2471, .2435, .2616), 0);
    assertThat(images.right(network.run(images.normalised(preprocessing)))).isEqualTo(703);
  }

  private float[] logits(String model, Weights weights) {
    Graph graph = Samples.graph("resnet-cifar.rn", model, Map.of());
    Network network = GeneratedNetwork.load(Pipeline.standard().run(graph), weights);
    return network.run(images.normalised(network.info().preprocessing()));
  }

  private static int argmax(float[] logits, int image) {
    double[] row = new double[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      row[i] = logits[image * CLASSES + i];
    }
    return argmax(row);
  }

  private static int argmax(double[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }

  /** The values of a float64 file of NumPy's format 1.0. */
  private static ByteBuffer npy(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.position(10 + bytes.getShort(8));
  }
}
