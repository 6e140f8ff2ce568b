package io.resnetc.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Well-formed files, read back. */
class WeightsTest {
  @TempDir private Path folder;

  @Test
  void readsTheSameFromAFileAndAStream() throws IOException {
    byte[] bytes = new SafetensorsFile().add("w", List.of(2, 1), 1.5f, -0f).bytes();
    Path file = Files.write(folder.resolve("w.safetensors"), bytes);

    for (Weights weights : List.of(Weights.read(file), read(bytes))) {
      assertThat(weights.names()).containsExactly("w");
      Tensor tensor = weights.parameters().tensor("w", 2, 1);
      assertThat(tensor.values()).containsExactly(1.5f, -0f);
      assertThat(tensor.dims()).containsExactly(2, 1);
    }
  }

  @Test
  void decodesEveryFloatingPointType() throws IOException {
    Weights weights =
        read(
            new SafetensorsFile()
                .add("f64", "F64", List.of(1), hex("182d4454fb210940"))
                .add("f32", "F32", List.of(1), hex("db0f4940"))
                .add("f16", "F16", List.of(2), hex("4842 00fc"))
                .add("bf16", "BF16", List.of(2), hex("4940 0080"))
                .bytes());

    Parameters parameters = weights.parameters();
    assertThat(parameters.tensor("f64", 1).values()).containsExactly((float) Math.PI);
    assertThat(parameters.tensor("f32", 1).values()).containsExactly((float) Math.PI);
    assertThat(parameters.tensor("f16", 2).values())
        .containsExactly(3.140625f, Float.NEGATIVE_INFINITY);
    assertThat(parameters.tensor("bf16", 2).values()).containsExactly(3.140625f, -0f);
    parameters.complete();
  }

  @Test
  void readsScalarsAndEmptyTensors() throws IOException {
    Weights weights =
        read(
            new SafetensorsFile()
                .add("none", List.of(0, 3))
                .add("scalar", List.of(), 7)
                .add("none again", List.of(2, 0))
                .bytes());

    assertThat(weights.parameters().tensor("scalar").values()).containsExactly(7);
    assertThat(weights.parameters().tensor("none again", 2, 0).values()).isEmpty();
  }

  @Test
  void takesAnyJsonThatTheFormatAllows() throws IOException {
    String header =
        """
        { "\\u0062\\t\\\\" : {"shape":[1 , 1],"data_offsets":[4,8], "dtype":"F32"},
          "__metadata__": {"format": "pt", "é": "\\ud83d\\ude00"},
          "a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}      \
        """;

    Weights weights = read(SafetensorsFile.of(header, hex("0000803f00000040")));

    assertThat(weights.names()).containsExactly("a", "b\t\\");
    assertThat(weights.parameters().tensor("b\t\\", 1, 1).values()).containsExactly(2);
  }

  @Test
  void readsPastTypesThatItCannotDecode() throws IOException {
    Weights weights =
        read(
            new SafetensorsFile()
                .add("bn.num_batches_tracked", "I64", List.of(), hex("0100000000000000"))
                .add("packed", "F4", List.of(3, 2), hex("010203"))
                .addCounting("w", 2)
                .bytes());

    assertThat(weights.parameters().tensor("w", 2).values()).containsExactly(0, 1);
    assertThat(weights.names()).contains("packed");
  }

  @Test
  void takesTensorsFromMemoryAndLeavesThemAlone() {
    Tensor tensor = new Tensor(new float[] {1, 2}, List.of(2));
    Tensor one = Tensor.fill(1, 2);
    BatchNorm doubling = new BatchNorm(Tensor.fill(2, 2), one, one, one, 0);

    Tensor folded = Weights.of(Map.of("w", tensor)).parameters().tensor("w", 2).fold(doubling);

    assertThat(folded.values()).containsExactly(2, 4);
    assertThat(tensor.values()).containsExactly(1, 2);
  }

  @Test
  void aMissingFileIsAnIoException() {
    assertThatThrownBy(() -> Weights.read(folder.resolve("none.safetensors")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private static Weights read(byte[] bytes) throws IOException {
    return Weights.read(new ByteArrayInputStream(bytes));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
