package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.WeightsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files cut short and files with wrong bytes: read, or refused in the one way there is. */
class DamagedFilesTest {
  private static final int EDITED_FILES = 1000;

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
  @EnumSource
  void neverFailsInAnotherWay(Kind kind) throws IOException {
    byte[] good = file(kind);
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
    assertThat(refused).isGreaterThan(EDITED_FILES / 10);
  }

  private static byte[] file(Kind kind) throws IOException {
    if (kind == Kind.TORCH_ZIP || kind == Kind.TORCH_LEGACY) {
      return file(kind == Kind.TORCH_LEGACY);
    }
    Tensor tensor = new Tensor(new float[] {1, 2}, List.of(2, 1));
    if (kind == Kind.SAFETENSORS) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SafetensorsWriter.write(Map.of("w", TensorSource.of(tensor)), Optional.empty(), out);
      return out.toByteArray();
    }
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setGraph(
            GraphProto.newBuilder()
                .addInitializer(
                    TensorProto.newBuilder()
                        .setName("w")
                        .setDataType(TensorProto.DataType.FLOAT_VALUE)
                        .addDims(2)
                        .addFloatData(1)
                        .addFloatData(2))
                .addInitializer(
                    TensorProto.newBuilder()
                        .setName("v")
                        .setDataType(TensorProto.DataType.FLOAT16_VALUE)
                        .addDims(1)
                        .setRawData(ByteString.copyFrom(new byte[] {0x48, 0x42}))))
        .build()
        .toByteArray();
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
