package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles that would run code in Python: the first name that could is the end of the reading. */
class RefusedNamesTest {
  @TempDir private Path folder;

  /** Has its initializer run when something loads it. */
  static final class Canary {
    static {
      System.setProperty("io.resnetc.canary", "dead");
    }

    private Canary() {}
  }

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("os", "system"),
        arguments("posix", "system"),
        arguments("nt", "system"),
        arguments("builtins", "eval"),
        arguments("builtins", "exec"),
        arguments("builtins", "getattr"),
        arguments("__builtin__", "set"),
        arguments("subprocess", "Popen"),
        arguments("torch", "load"),
        arguments("torch", "FloatStorage.from_file"),
        arguments("torch.hub", "load"),
        arguments("torch._utils", "_rebuild_tensor_v2.__globals__"),
        arguments("torch.nn.modules.conv", "Conv2d"),
        arguments("collections", "OrderedDict.fromkeys"),
        arguments("numpy.core.multiarray", "scalar"),
        arguments("java.lang", "Runtime"),
        arguments("io.resnetc.checkpoint", "RefusedNamesTest$Canary"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void refusesByName(String module, String name) {
    PickleBuilder call = new PickleBuilder().global(module, name);
    call.code('(').text("touch " + folder.resolve("touched")).code('t', 'R');
    PickleBuilder stackCall = new PickleBuilder();
    stackCall.text(module).text(name).code(0x93, ')', 0x81);
    PickleBuilder hidden =
        new PickleBuilder().dict().text("w").tensor("FloatStorage", "0", 1).text("x");
    hidden.global(module, name).end();

    for (PickleBuilder pickle : new PickleBuilder[] {call, stackCall, hidden}) {
      TorchFile file = TorchFile.of(pickle).floats("0", 1);
      assertRefused(file.zip(), module + "." + name);
      assertRefused(file.legacy(), module + "." + name);
    }
    assertThat(folder.resolve("touched")).doesNotExist();
    assertThat(System.getProperty("io.resnetc.canary")).isNull();
  }

  @Test
  void refusesNamesInEveryPickleOfAnOldFile() {
    byte[] good =
        TorchFile.of(new PickleBuilder().dict().text("w").tensor("FloatStorage", "0", 1).end())
            .floats("0", 1)
            .legacy();
    byte[] evil = new PickleBuilder().global("os", "system").bytes();
    // The first pickle has 15 bytes, the second begins after it.
    for (int start : new int[] {0, 15}) {
      byte[] file = Arrays.copyOf(good, good.length + evil.length);
      System.arraycopy(evil, 0, file, start, evil.length);
      assertRefused(file, "os.system");
    }
  }

  @Test
  void refusesOtherWaysToMakeObjects() {
    assertRefused(TorchFile.of(new PickleBuilder().code(0x82, 1)).zip(), "instruction 0x82");
    assertRefused(TorchFile.of(new PickleBuilder().code('(', 'i')).zip(), "instruction 0x69");
    assertRefused(TorchFile.of(new PickleBuilder().code('(', 'o')).zip(), "instruction 0x6f");
    assertRefused("cos\nsystem\n(S'true'\ntR.", "neither safetensors nor PyTorch nor ONNX");
  }

  @Test
  void showsNamesWithoutTheirControlCharacters() {
    byte[] file = TorchFile.of(new PickleBuilder().global("os\u001b[2J", "x".repeat(900))).zip();

    assertRefused(file, "names 'os\\u{1b}[2J.xxxx");
    assertThatThrownBy(() -> read(file))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(700));
  }

  private void assertRefused(String file, String message) {
    assertRefused(file.getBytes(StandardCharsets.UTF_8), message);
  }

  private void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }

  private Checkpoint read(byte[] bytes) throws IOException {
    return Checkpoint.read(Files.write(folder.resolve("checkpoint"), bytes));
  }
}
