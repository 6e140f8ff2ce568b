package io.resnetc.driver.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyWriterTest {
  @Test
  void writesWhatTheReaderReads(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyWriter writer = new NpyWriter(out, List.of(2, 3));
    writer.write(new float[] {1, 2, 3, 99}, 3);
    writer.write(new float[] {4, -5.5f, Float.NaN}, 3);
    Path file = Files.write(folder.resolve("y.npy"), out.toByteArray());
    try (NpyReader reader = NpyReader.open(file)) {
      float[] values = new float[6];
      assertThat(reader.shape()).isEqualTo(List.of(2, 3));
      assertThat(reader.read(values)).isEqualTo(2);
      assertThat(values).containsExactly(1, 2, 3, 4, -5.5f, Float.NaN);
    }
  }

  @Test
  void writesNumpysOwnBytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NpyWriter(out, List.of(7)).write(new float[0], 0);
    String text = out.toString(StandardCharsets.ISO_8859_1);
    assertThat(text)
        .startsWith(
            "\u0093NUMPY\1\0\u0076\0{'descr': '<f4', 'fortran_order': False, 'shape': (7,), }")
        .endsWith(" \n")
        .hasSize(128);
  }
}
