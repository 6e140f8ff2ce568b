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

    assertThatThrownBy(() -> tensor.decode().values())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("became shorter");
  }

  @Test
  void readsSomeRowsOfATensor() throws IOException {
    SafetensorsFile contents =
        new SafetensorsFile()
            .add("a", List.of(3), 1, 2, 3)
            .add("w", List.of(3, 2), 4, 5, 6, 7, 8, 9);
    Tensor tensor = OpenFile.read(write("w.safetensors", contents)).get("w").decode();
    float[] rows = {0, 0, 0, 0, 3};

    tensor.read(1, 3, rows);

    assertThat(rows).containsExactly(6, 7, 8, 9, 3);
  }

  private Path write(String name, SafetensorsFile contents) throws IOException {
    return Files.write(folder.resolve(name), contents.bytes());
  }
}
