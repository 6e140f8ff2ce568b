package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.TensorSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors of PyTorch's files, in all the ways in which they can lie in their storages. */
class TensorsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsViewsOfSharedStorages(boolean legacy) throws IOException {
    PickleBuilder pickle =
        new PickleBuilder()
            .orderedDict()
            .text("whole")
            .tensor("FloatStorage", "0", 6, 0, dims(2, 3), dims(3, 1))
            .text("transposed")
            .tensor("FloatStorage", "0", 6, 0, dims(3, 2), dims(1, 3))
            .text("column")
            .tensor("FloatStorage", "0", 6, 1, dims(2), dims(3))
            .text("expanded")
            .tensor("FloatStorage", "0", 6, 5, dims(2, 2), dims(0, 0))
            .text("scalar")
            .tensor("FloatStorage", "1", 1, 0, dims(), dims())
            .text("empty")
            .tensor("FloatStorage", "1", 1, 1, dims(0, 3), dims(3, 1))
            .end();
    TorchFile file = TorchFile.of(pickle).floats("0", 0, 1, 2, 3, 4, 5).floats("1", 7);

    Checkpoint checkpoint = read(legacy ? file.legacy() : file.zip());

    assertThat(checkpoint.kind()).isEqualTo(legacy ? Kind.TORCH_LEGACY : Kind.TORCH_ZIP);
    assertThat(checkpoint.notes()).isEmpty();
    assertThat(values(checkpoint, "whole")).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(values(checkpoint, "transposed")).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(values(checkpoint, "column")).containsExactly(1, 4);
    assertThat(values(checkpoint, "expanded")).containsExactly(5, 5, 5, 5);
    assertThat(values(checkpoint, "scalar")).containsExactly(7);
    assertThat(values(checkpoint, "empty")).isEmpty();
    assertThat(checkpoint.tensors().get("transposed").dims()).containsExactly(3, 2);
    assertThat(checkpoint.tensors()).hasSize(6).containsKey("empty");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsEveryType(boolean legacy) throws IOException {
    PickleBuilder pickle =
        new PickleBuilder()
            .dict()
            .text("f64")
            .tensor("DoubleStorage", "0", 1)
            .text("f16")
            .tensor("HalfStorage", "1", 2)
            .text("bf16")
            .tensor("BFloat16Storage", "2", 2)
            .text("bn.num_batches_tracked")
            .tensor("LongStorage", "3", 1, 0, dims(), dims())
            .end();
    TorchFile file =
        TorchFile.of(pickle)
            .storage("0", 1, hex("182d4454fb210940"))
            .storage("1", 2, hex("484200fc"))
            .storage("2", 2, hex("49400080"))
            .storage("3", 1, hex("0100000000000000"));

    Checkpoint checkpoint = read(legacy ? file.legacy() : file.zip());

    assertThat(values(checkpoint, "f64")).containsExactly((float) Math.PI);
    assertThat(values(checkpoint, "f16")).containsExactly(3.140625f, Float.NEGATIVE_INFINITY);
    assertThat(values(checkpoint, "bf16")).containsExactly(3.140625f, -0f);
    TensorSource counter = checkpoint.tensors().get("bn.num_batches_tracked");
    assertThat(counter.dtype()).isEqualTo(DType.I64);
    assertThat(counter.dims()).isEmpty();
  }

  @Test
  void readsBigEndianArchives() throws IOException {
    byte[] pickle =
        new PickleBuilder().dict().text("w").tensor("FloatStorage", "0", 2).end().bytes();
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("x/data.pkl", pickle);
    parts.put("x/byteorder", "big".getBytes(StandardCharsets.UTF_8));
    parts.put("x/data/0", hex("3f80000040490fdb"));

    Checkpoint checkpoint = read(TorchFile.zip(parts, ZipEntry.STORED));

    assertThat(values(checkpoint, "w")).containsExactly(1, (float) Math.PI);
  }

  @Test
  void readsViewsOfOldStorages() throws IOException {
    PickleBuilder pickle =
        new PickleBuilder()
            .dict()
            .text("w")
            .global("torch._utils", "_rebuild_tensor")
            .code('(', '(')
            .text("storage")
            .global("torch", "FloatStorage")
            .text("root")
            .text("cpu")
            .number(5)
            .code('(')
            .text("view")
            .number(2)
            .number(3)
            .code('t', 't', 'Q')
            .number(1)
            .numbers(2)
            .numbers(1)
            .code('t', 'R')
            .end();

    Checkpoint checkpoint = read(TorchFile.of(pickle).floats("root", 0, 1, 2, 3, 4).legacy());

    assertThat(values(checkpoint, "w")).containsExactly(3, 4);
  }

  @Test
  void readsParameters() throws IOException {
    PickleBuilder pickle =
        new PickleBuilder()
            .dict()
            .text("w")
            .global("torch._utils", "_rebuild_parameter")
            .code('(')
            .tensor("FloatStorage", "0", 1)
            .code(0x88)
            .orderedDict()
            .end()
            .code('t', 'R')
            .end();

    assertThat(values(read(TorchFile.of(pickle).floats("0", 3).zip()), "w")).containsExactly(3);
  }

  private Checkpoint read(byte[] bytes) throws IOException {
    return Checkpoint.read(Files.write(folder.resolve("checkpoint"), bytes));
  }

  private static float[] values(Checkpoint checkpoint, String name) {
    TensorSource tensor = checkpoint.tensors().get(name);
    int elements = tensor.dims().stream().reduce(1, Math::multiplyExact);
    assertThat(tensor.decode().values()).hasSize(elements);
    assertThat(tensor.decode().dims()).isEqualTo(tensor.dims());
    return tensor.decode().values();
  }

  private static long[] dims(long... dims) {
    return dims;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
