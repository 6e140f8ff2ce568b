package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written reads back. */
class SafetensorsWriterTest {
  private static final float[] VALUES = {0f, -0f, 1f, -2.5f, 0x1p-24f, 65504f, 3.14159265f};

  @ParameterizedTest
  @CsvSource({"F32", "F16", "BF16"})
  void writesEveryType(DType dtype) throws IOException {
    Map<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors.put("b \"é\"\n", TensorSource.of(new Tensor(VALUES, List.of(7, 1))));
    tensors.put("a", TensorSource.of(new Tensor(new float[] {1}, List.of())));
    tensors.put("none", TensorSource.of(new Tensor(new float[0], List.of(0))));

    byte[] bytes = write(tensors, Optional.of(dtype));
    Weights back = Weights.read(new ByteArrayInputStream(bytes));

    assertThat(back.names()).containsExactly("b \"é\"\n", "a", "none");
    TensorSource tensor = back.tensors().get("b \"é\"\n");
    assertThat(tensor.dtype()).isEqualTo(dtype);
    assertThat(tensor.decode().values())
        .containsExactly(dtype.decode(ElementEncoder.encode(VALUES, dtype)));
    assertThat(tensor.dims()).containsExactly(7, 1);
    assertThat((bytes.length - dataBytes(dtype)) % 8).isZero();
  }

  private static int dataBytes(DType dtype) {
    return 8 * dtype.bits() / Byte.SIZE;
  }

  @Test
  void keepsTypesUnlessToldOtherwise() throws IOException {
    Map<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors.put("half", TensorSource.of(DType.F16, List.of(1), new byte[] {0x48, 0x42}));
    tensors.put("double", TensorSource.of(DType.F64, List.of(1), new byte[8]));

    byte[] bytes = write(tensors, Optional.empty());
    Map<String, TensorSource> back = Weights.read(new ByteArrayInputStream(bytes)).tensors();

    assertThat(back.get("half").dtype()).isEqualTo(DType.F16);
    assertThat(back.get("half").decode().values()).containsExactly(3.140625f);
    assertThat(back.get("double").dtype()).isEqualTo(DType.F32);
  }

  @Test
  void refusesNumbersThatAreTooLarge() {
    Map<String, TensorSource> tensors =
        Map.of("w", TensorSource.of(new Tensor(new float[] {1, 1e6f}, List.of(2))));

    assertThatThrownBy(() -> write(tensors, Optional.of(DType.F16)))
        .hasMessage("'w' has 1000000.0, which is too large for F16");
  }

  @Test
  void everyHalfSurvives() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = DType.F16.decode(new byte[] {(byte) bits, (byte) (bits >> 8)})[0];
      if (!Float.isNaN(value)) {
        assertThat(ElementEncoder.half(value)).isEqualTo((short) bits);
      }
    }
    assertThat(ElementEncoder.half(Float.NaN) & 0x7E00).isEqualTo(0x7E00);
    assertThat(ElementEncoder.brainFloat(Float.NaN) & 0x7FC0).isEqualTo(0x7FC0);
  }

  @ParameterizedTest
  @CsvSource({
    // Half way between two numbers: to the even one. 2049 lies between 2048 and 2050.
    "2049, 6800, 4500",
    "2051, 6802, 4500",
    "65519, 7bff, 4780",
    "65520, 7c00, 4780",
    "0x1p-25, 0000, 3300",
    "0x1.8p-24, 0002, 33c0",
    "0x1.ffcp-15, 0400, 3880",
    "1.00390625, 3c04, 3f80",
    "1.01171875, 3c0c, 3f82",
    "-1.01171875, bc0c, bf82",
  })
  void roundsToNearestEven(float value, String half, String brainFloat) {
    assertThat("%04x".formatted(ElementEncoder.half(value))).isEqualTo(half);
    assertThat("%04x".formatted(ElementEncoder.brainFloat(value))).isEqualTo(brainFloat);
  }

  private static byte[] write(Map<String, TensorSource> tensors, Optional<DType> dtype)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsWriter.write(tensors, dtype, out);
    return out.toByteArray();
  }
}
