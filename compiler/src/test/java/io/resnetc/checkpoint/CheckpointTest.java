package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.resnetc.runtime.weights.Parameters;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.WeightsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a checkpoint is, where in it the tensors are, and what they are called. */
class CheckpointTest {
  @TempDir private Path folder;

  @Test
  void tellsTheKindFromTheBytes() throws IOException {
    ByteArrayOutputStream safetensors = new ByteArrayOutputStream();
    Map<String, TensorSource> tensors =
        Map.of("w", TensorSource.of(new Tensor(new float[] {1, 2}, List.of(2))));
    SafetensorsWriter.write(tensors, Optional.empty(), safetensors);
    TorchFile torch =
        TorchFile.of(new PickleBuilder().dict().text("w").tensor("FloatStorage", "0", 2).end());
    torch.floats("0", 1, 2);
    TensorProto tensor =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(2)
            .addFloatData(1)
            .addFloatData(2)
            .build();
    byte[] onnx = model(tensor);

    assertThat(read(safetensors.toByteArray()).kind()).isEqualTo(Kind.SAFETENSORS);
    assertThat(read(torch.zip()).kind()).isEqualTo(Kind.TORCH_ZIP);
    assertThat(read(torch.legacy()).kind()).isEqualTo(Kind.TORCH_LEGACY);
    assertThat(read(onnx).kind()).isEqualTo(Kind.ONNX);
    for (byte[] file : List.of(safetensors.toByteArray(), torch.zip(), torch.legacy(), onnx)) {
      Parameters parameters = read(file).weights().parameters();
      assertThat(parameters.tensor("w", 2).values()).containsExactly(1, 2);
      parameters.complete();
    }
  }

  @Test
  void refusesOtherFiles() {
    assertThatThrownBy(() -> read("<html></html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("neither safetensors nor PyTorch nor ONNX")
        .hasMessageContaining("3c 68 74 6d 6c");
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> read(new byte[] {8})).hasMessageContaining("neither");
  }

  @Test
  void readsOnnxNumbersOfEveryFloatingPointType() throws IOException {
    TensorProto.Builder half =
        TensorProto.newBuilder()
            .setName("h")
            .setDataType(TensorProto.DataType.FLOAT16_VALUE)
            .addInt32Data(0x4248);
    TensorProto.Builder wide =
        TensorProto.newBuilder()
            .setName("d")
            .setDataType(TensorProto.DataType.DOUBLE_VALUE)
            .addDims(1)
            .addDoubleData(Math.PI);
    TensorProto.Builder raw =
        TensorProto.newBuilder()
            .setName("b")
            .setDataType(TensorProto.DataType.BFLOAT16_VALUE)
            .addDims(1)
            .setRawData(ByteString.copyFrom(new byte[] {0x49, 0x40}));
    TensorProto.Builder shape =
        TensorProto.newBuilder()
            .setName("shape")
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(1)
            .addInt64Data(-1);

    Checkpoint checkpoint = read(model(half.build(), wide.build(), raw.build(), shape.build()));

    assertThat(checkpoint.tensors().get("h").decode().values()).containsExactly(3.140625f);
    assertThat(checkpoint.tensors().get("d").decode().values()).containsExactly((float) Math.PI);
    assertThat(checkpoint.tensors().get("b").decode().values()).containsExactly(3.140625f);
    assertThat(checkpoint.tensors()).containsOnlyKeys("h", "d", "b");
    assertThat(checkpoint.notes()).containsExactly("skipped 1 that is no parameter: shape (I64)");
  }

  @Test
  void findsTheStateDictAmongOtherThings() throws IOException {
    PickleBuilder pickle =
        new PickleBuilder()
            .dict()
            .text("epoch")
            .number(90)
            .text("optimizer")
            .dict()
            .text("state")
            .dict()
            .number(0)
            .dict()
            .text("momentum")
            .tensor("FloatStorage", "9", 1)
            .end()
            .end()
            .end()
            .text("model")
            .dict()
            .text("state_dict")
            .orderedDict()
            .text("w")
            .tensor("FloatStorage", "0", 1)
            .text("extra")
            .code('N')
            .end()
            .end()
            .end();

    Checkpoint checkpoint = read(TorchFile.of(pickle).floats("0", 5).floats("9", 1).zip());

    assertThat(checkpoint.tensors()).containsOnlyKeys("w");
    assertThat(checkpoint.notes())
        .containsExactly(
            "took the tensors of 'model.state_dict'", "skipped 1 that is no tensor: extra");
  }

  @Test
  void takesTheOnlyDictionaryOfTensorsWhateverItIsCalled() throws IOException {
    PickleBuilder pickle =
        new PickleBuilder()
            .dict()
            .text("resnet")
            .dict()
            .text("w")
            .tensor("FloatStorage", "0", 1)
            .end()
            .end();
    assertThat(read(TorchFile.of(pickle).floats("0", 5).zip()).notes())
        .containsExactly("took the tensors of 'resnet'");
  }

  @Test
  void refusesToGuessBetweenTwo() {
    PickleBuilder pickle = new PickleBuilder().dict();
    for (String name : List.of("generator", "critic")) {
      pickle.text(name).dict().text("w").tensor("FloatStorage", "0", 1).end();
    }
    assertThatThrownBy(() -> read(TorchFile.of(pickle.end()).floats("0", 5).zip()))
        .hasMessageContaining("several dictionaries of tensors")
        .hasMessageContaining("'generator', 'critic'");
  }

  @Test
  void refusesACheckpointWithoutTensors() {
    PickleBuilder circle = new PickleBuilder().code('}', 'q', 0).text("self").code('h', 0, 's');

    assertThatThrownBy(() -> read(TorchFile.of(circle).zip()))
        .hasMessageContaining("it holds no dictionary of tensors");
  }

  @Test
  void refusesNamesThatCannotBeShown() {
    for (String name : List.of("\u001b[2Jw", "w\n", "\u202ew", "w".repeat(300), "__metadata__")) {
      assertThatThrownBy(() -> named(name)).hasMessageContaining("is no name");
    }
  }

  @Test
  void removesKnownPrefixesOfAllNames() throws IOException {
    Checkpoint checkpoint =
        named("module.model.w", "module.model.b").withoutCommonPrefixes(List.of());

    assertThat(checkpoint.tensors()).containsOnlyKeys("w", "b");
    assertThat(checkpoint.notes())
        .containsExactly(
            "removed the prefix 'module.' of all 2 names",
            "removed the prefix 'model.' of all 2 names");
  }

  @Test
  void keepsPrefixesThatNotAllNamesHaveOrThatTheModelUses() throws IOException {
    assertThat(named("module.w", "b").withoutCommonPrefixes(List.of()).tensors())
        .containsOnlyKeys("module.w", "b");
    assertThat(named("module.model.w").withoutCommonPrefixes(List.of("model.w")).tensors())
        .containsOnlyKeys("model.w");
    assertThat(named("encoder.w").withoutCommonPrefixes(List.of()).tensors())
        .containsOnlyKeys("encoder.w");
  }

  private Checkpoint named(String... names) throws IOException {
    PickleBuilder pickle = new PickleBuilder().dict();
    for (String name : names) {
      pickle.text(name).tensor("FloatStorage", "0", 1);
    }
    return read(TorchFile.of(pickle.end()).floats("0", 5).zip());
  }

  private static byte[] model(TensorProto... initializers) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("graph");
    graph.addAllInitializer(List.of(initializers));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("test")
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private Checkpoint read(byte[] bytes) throws IOException {
    return Checkpoint.read(Files.write(folder.resolve("checkpoint"), bytes));
  }
}
