package io.resnetc.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values are read late: from the file that was checked, and in parts. */
class OpenFileTest {
  /** More than fit one part, and no whole number of parts. */
  private static final int MANY = 100_003;

  @TempDir private Path folder;

  @Test
  void readsALargeTensorInParts() throws IOException {
    Path file = write("w.safetensors", new SafetensorsFile().addCounting("w", MANY));

    float[] values = OpenFile.read(file).get("w").decode().values();

    assertThat(values).hasSize(MANY);
    for (int i = 0; i < MANY; i++) {
      assertThat(values[i]).isEqualTo(i);
    }
  }

  @Test
  void keepsToTheFileThatItChecked() throws IOException {
    Path file = write("w.safetensors", new SafetensorsFile().add("w", List.of(2), 1, 2));
    TensorSource tensor = OpenFile.read(file).get("w");

    Path other = write("other", new SafetensorsFile().add("w", List.of(2), 3, 4));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(tensor.decode().values()).containsExactly(1, 2);
    assertThat(OpenFile.read(file).get("w").decode().values()).containsExactly(3, 4);
  }

  @Test
  void saysThatTheFileBecameShorter() throws IOException {
    Path file = write("w.safetensors", new SafetensorsFile().addCounting("w", 2));
    TensorSource tensor = OpenFile.read(file).get("w");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }

    assertThatThrownBy(tensor::decode)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("became shorter");
  }

  @Test
  void readsIntoTheMemoryOfATensorThatWasReleased() throws IOException {
    SafetensorsFile contents =
        new SafetensorsFile()
            .add("a", List.of(2), 1, 2)
            .add("b", List.of(3), 3, 4, 5)
            .add("c", List.of(2), 6, 7)
            .add("d", List.of(2), 8, 9);
    Map<String, TensorSource> tensors = OpenFile.read(write("w.safetensors", contents));

    Tensor first = tensors.get("a").decode();
    float[] memory = first.values();
    first.release();
    first.release();
    Tensor other = tensors.get("b").decode();
    Tensor next = tensors.get("c").decode();

    assertThat(other.values()).containsExactly(3, 4, 5);
    assertThat(next.values()).isSameAs(memory).containsExactly(6, 7);
    assertThat(tensors.get("d").decode().values()).isNotSameAs(memory).containsExactly(8, 9);
    assertThatThrownBy(first::values)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the values of a tensor [2] were released");
  }

  @Test
  void aTensorThatWasNotReadKeepsItsValues() {
    Tensor tensor = new Tensor(new float[] {1, 2}, List.of(2));
    tensor.release();

    assertThat(tensor.values()).containsExactly(1, 2);
  }

  private Path write(String name, SafetensorsFile contents) throws IOException {
    return Files.write(folder.resolve(name), contents.bytes());
  }
}
