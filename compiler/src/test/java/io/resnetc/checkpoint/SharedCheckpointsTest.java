package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checkpoints that other people trained and saved. */
class SharedCheckpointsTest {
  @Test
  void readsTheOldFormat() throws IOException {
    Checkpoint checkpoint = read("cifar10/resnet20-12fca82f.th");
    Map<String, TensorSource> converted =
        Weights.read(shared("cifar10/resnet20.safetensors")).tensors();

    assertThat(checkpoint.kind()).isEqualTo(Kind.TORCH_LEGACY);
    assertThat(checkpoint.notes())
        .containsExactly(
            "took the tensors of 'state_dict'", "removed the prefix 'module.' of all 97 names");
    converted.forEach((name, tensor) -> assertSame(checkpoint, name, tensor));
  }

  @Test
  void readsAStateDictWithCounters() throws IOException {
    Checkpoint checkpoint = read("checkpoints/ehanw-resnet20-optionB.pth");

    assertThat(checkpoint.kind()).isEqualTo(Kind.TORCH_ZIP);
    assertThat(checkpoint.notes()).isEmpty();
    assertThat(checkpoint.tensors()).hasSize(128);
    assertThat(checkpoint.tensors().get("stage_2.0.downsample.0.weight").dims())
        .containsExactly(32, 16, 1, 1);
    assertThat(checkpoint.tensors().get("bn_1.num_batches_tracked").dims()).isEmpty();
  }

  @Test
  void readsTheSameFromPyTorchAndOnnx() throws IOException {
    Checkpoint torch = read("checkpoints/abcrown-resnet2b.pth");
    Checkpoint onnx = read("checkpoints/vnncomp-resnet2b.onnx");

    assertThat(torch.notes()).containsExactly("took the tensors of 'state_dict'");
    assertThat(onnx.kind()).isEqualTo(Kind.ONNX);
    assertThat(torch.tensors().keySet())
        .containsExactlyInAnyOrderElementsOf(onnx.tensors().keySet());
    onnx.tensors().forEach((name, tensor) -> assertSame(torch, name, tensor));
  }

  @Test
  void refusesAModuleByTheNameOfItsClass() {
    // Outside of the assertion, which would take the skipping for the refusal.
    Path file = shared("checkpoints/swiminn-whole-module.pth");
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("swiminn-whole-module.pth: PyTorch: refused, because it names")
        .hasMessageContaining("'models.resnet.ResNet'")
        .hasMessageContaining("torch.save(model.state_dict(), FILE)");
  }

  private static void assertSame(Checkpoint checkpoint, String name, TensorSource expected) {
    TensorSource found = checkpoint.tensors().get(name);
    assertThat(found.dims()).as(name).isEqualTo(expected.dims());
    assertThat(found.decode().values()).as(name).containsExactly(expected.decode().values());
  }

  private static Checkpoint read(String name) throws IOException {
    return Checkpoint.read(shared(name)).withoutCommonPrefixes(List.of());
  }

  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("resnetc.shared")).resolve(name);
    assumeThat(file).as("trained checkpoints").exists();
    return file;
  }
}
