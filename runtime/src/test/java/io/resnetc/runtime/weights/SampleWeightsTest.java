package io.resnetc.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The trained weights that the project ships. */
class SampleWeightsTest {
  @Test
  void holdsTheNamesThatPyTorchGives() throws IOException {
    Path file =
        Path.of(
            System.getProperty("resnetc.root"), "samples/weights/resnet20p-cifar10.safetensors");

    Weights weights = Weights.read(file);

    assertThat(weights.names())
        .hasSize(107)
        .contains("conv1.weight", "layer3.0.shortcut.1.running_var", "linear.bias");
  }
}
