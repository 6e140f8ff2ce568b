package io.resnetc.driver.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {
  private static final float[] VALUES = {1.5f, -2, 3, 4, 5, 6};

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("x.npy");
  }

  @ParameterizedTest
  @CsvSource({"<f4, 1", ">f4, 1", "<f8, 1", ">f8, 1", "<f4, 2", "<f4, 3"})
  void readsBothFloatTypesInBothByteOrders(String descr, int version) throws IOException {
    NpyFiles.write(file, version, NpyFiles.header(descr, false, "(3, 2)"), data(descr, VALUES));
    assertThat(readAll()).containsExactly(VALUES);
  }

  @Test
  void readsAsManyRowsAsTheTargetHolds() throws IOException {
    NpyFiles.write(file, 1, NpyFiles.header("<f4", false, "(3, 2)"), data("<f4", VALUES));
    try (NpyReader reader = NpyReader.open(file)) {
      float[] target = new float[5];
      assertThat(reader.shape()).isEqualTo(List.of(3, 2));
      assertThat(reader.read(target)).isEqualTo(2);
      assertThat(target).startsWith(1.5f, -2, 3, 4);
      assertThat(reader.read(target)).isEqualTo(1);
      assertThat(target).startsWith(5, 6);
      assertThat(reader.read(target)).isZero();
    }
  }

  @Test
  void reordersFortranOrder() throws IOException {
    float[] columns = {1.5f, 3, 5, -2, 4, 6};
    NpyFiles.write(file, 1, NpyFiles.header("<f4", true, "(3, 2)"), data("<f4", columns));
    assertThat(readAll()).containsExactly(VALUES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(0, 2)", "(2, 0)"})
  void readsEmptyArrays(String shape) throws IOException {
    NpyFiles.write(file, 1, NpyFiles.header("<f4", false, shape), new byte[0]);
    try (NpyReader reader = NpyReader.open(file)) {
      assertThat(reader.read(new float[4])).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<i8", "|u1", "<f2", "<c8", "|O"})
  void namesAnElementTypeThatItDoesNotRead(String descr) throws IOException {
    NpyFiles.write(file, 1, NpyFiles.header(descr, false, "(1,)"), new byte[8]);
    assertRejected("holds elements of type '" + descr + "', not float32");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{'descr': '<f4', 'fortran_order': False}",
        "{'descr': '<f4', 'fortran_order': 'True', 'shape': (1,)}",
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': (1,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,)}",
      })
  void rejectsOtherHeaders(String header) throws IOException {
    NpyFiles.write(file, 1, header, new byte[4]);
    assertRejected("has a header that is not one plain array");
  }

  @Test
  void takesTheKeysInAnyOrder() throws IOException {
    String header = "{'shape': (3, 2), 'fortran_order': False, 'descr': '<f4'}";
    NpyFiles.write(file, 1, header, data("<f4", VALUES));
    assertThat(readAll()).containsExactly(VALUES);
  }

  @Test
  void checksTheLengthBeforeReading() throws IOException {
    NpyFiles.write(file, 1, NpyFiles.header("<f4", false, "(2, 2)"), new byte[12]);
    assertRejected("is cut short: its shape [2, 2] needs 16 bytes of data, and there are 12");
    NpyFiles.write(file, 1, NpyFiles.header("<f4", false, "(2, 2)"), new byte[20]);
    assertRejected("is too long: its shape [2, 2] needs 16 bytes of data, and there are 20");
    String huge = "(2147483647, 2147483647, 2147483647)";
    NpyFiles.write(file, 1, NpyFiles.header("<f4", false, huge), new byte[4]);
    assertRejected("has an impossible shape");
  }

  @Test
  void tellsWhatOtherFilesAre() throws IOException {
    Files.writeString(file, "PK\3\4 and so on");
    assertRejected("is an .npz archive");
    Files.writeString(file, "some text");
    assertRejected("is not a .npy file");
    Files.write(file, new byte[0]);
    assertRejected("is not a .npy file");
    Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 9, 0, 0, 0});
    assertRejected("a version of the .npy format");
    Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 50, 0, '{'});
    assertRejected("ends in the middle of its header");
  }

  private float[] readAll() throws IOException {
    try (NpyReader reader = NpyReader.open(file)) {
      float[] target = new float[VALUES.length];
      assertThat(reader.read(target)).isEqualTo(3);
      return target;
    }
  }

  private void assertRejected(String message) {
    assertThatThrownBy(() -> NpyReader.open(file))
        .isInstanceOf(NpyException.class)
        .hasMessageContaining(message);
  }

  private static byte[] data(String descr, float... values) {
    ByteOrder order = descr.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    boolean wide = descr.endsWith("8");
    ByteBuffer bytes = ByteBuffer.allocate(values.length * (wide ? 8 : 4)).order(order);
    for (float value : values) {
      if (wide) {
        bytes.putDouble(value);
      } else {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }
}
