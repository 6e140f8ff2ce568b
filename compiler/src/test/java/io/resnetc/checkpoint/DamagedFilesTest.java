package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files cut short and files with wrong bytes: read, or refused in the one way there is. */
class DamagedFilesTest {
  private static final int EDITED_FILES = 3000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesEveryTruncation(boolean legacy) {
    byte[] good = file(legacy);
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(WeightsException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neverFailsInAnotherWay(boolean legacy) throws IOException {
    byte[] good = file(legacy);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < EDITED_FILES; i++) {
      byte[] bad = good.clone();
      for (int edits = 1 + i % 3; edits > 0; edits--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try {
        read(bad).tensors().values().forEach(tensor -> assertThat(tensor.decode()).isNotNull());
      } catch (WeightsException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(EDITED_FILES / 4);
  }

  private static byte[] file(boolean legacy) {
    PickleBuilder pickle =
        new PickleBuilder()
            .orderedDict()
            .text("w")
            .tensor("FloatStorage", "0", 2, 1)
            .text("b")
            .tensor("HalfStorage", "1", 1)
            .end();
    TorchFile file =
        TorchFile.of(pickle).floats("0", 1, 2).storage("1", 1, new byte[] {0x48, 0x42});
    return legacy ? file.legacy() : file.zip();
  }

  private Checkpoint read(byte[] bytes) throws IOException {
    return Checkpoint.read(Files.write(folder.resolve("checkpoint"), bytes));
  }
}
