package io.resnetc.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not safetensors: each is refused with its name and what is wrong with it. */
class MalformedWeightsTest {
  private static final String A = "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

  static Stream<Arguments> headers() {
    return Stream.of(
        arguments("", "first 8 bytes say that the header has 0 bytes"),
        arguments("[]", "expected '{' at character 0, found '['"),
        arguments("{" + A, "expected '}' at character 53, found the end of the header"),
        arguments("{" + A + ",}", "expected '\"' at character 54, found '}'"),
        arguments("{" + A + "}}", "expected the end of the header at character 54, found '}'"),
        arguments("{" + A + "," + A + "}", "'a' appears twice in the header"),
        arguments("{'a", "expected the end of a string at character 3"),
        arguments("{'\n", "a control character in a string at character 2"),
        arguments("{'\\x", "an unknown escape \\x at character 2"),
        arguments("{'\\u12g4", "expected a hexadecimal digit at character 6, found 'g'"),
        arguments("{'__metadata__':{'x':1}}", "expected '\"' at character 21, found '1'"),
        arguments("{'__metadata__':{'x':'','x':''}}", "'x' appears twice in __metadata__"),
        arguments("{'a':{'shape':[2],'data_offsets':[0,8]}}", "tensor 'a' has no 'dtype'"),
        arguments("{'a':{'dtype':'F32','data_offsets':[0,8]}}", "tensor 'a' has no 'shape'"),
        arguments("{'a':{'dtype':'F32','shape':[2]}}", "tensor 'a' has no 'data_offsets'"),
        arguments("{'a':{'dtype':'F32','dtype':'F32'}}", "'dtype' appears twice in the entry of"),
        arguments("{'a':{'order':'C'}}", "tensor 'a' has an unknown key 'order'"),
        arguments("{'a':{'dtype':'f32'}}", "tensor 'a' has an unknown dtype 'f32'"),
        arguments("{'a':{'shape':[-1]}}", "expected a whole number at character 15, found '-'"),
        arguments("{'a':{'shape':[1.0]}}", "expected a whole number at character 15"),
        arguments("{'a':{'shape':[007]}}", "expected a whole number at character 15"),
        arguments("{'a':{'shape':[9999999999999999999]}}", "9999999999999999999 is too large"),
        arguments(entry("F32", "[3]", "[0,8]"), "is F32 [3], which is 12 bytes, but its data_off"),
        arguments(entry("F32", "[2]", "[8,0]"), "data_offsets [8, 0], which are no [begin, end]"),
        arguments(entry("F32", "[2]", "[0,4,8]"), "data_offsets [0, 4, 8], which are no [begin"),
        arguments(entry("F4", "[3]", "[0,2]"), "is F4 [3], which is no whole number of bytes"),
        arguments(
            entry("F32", "[2147483647,2147483647,4]", "[0,8]"), "has a shape too large to hold"),
        arguments(entry("U8", "[4294967296]", "[0,4294967296]"), "has a shape too large to hold"),
        arguments(entry("F32", "[2147483647]", "[0,8589934588]"), "more than a Java array holds"),
        arguments(entry("F32", "[2]", "[4,12]"), "4 bytes before the data of 'a' belong to no"),
        arguments(entry("F32", "[3]", "[0,12]"), "the file ends within tensor 'a', 4 bytes short"),
        arguments(entry("I32", "[3]", "[0,12]"), "the file ends within tensor 'a', 4 bytes short"),
        arguments(entry("F32", "[1]", "[0,4]"), "there are bytes after the last tensor's data"),
        arguments(
            "{" + A + ",'b':{'dtype':'U8','shape':[2],'data_offsets':[7,9]}}",
            "the data of 'a' and 'b' overlap"));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void refusesAFaultyHeader(String header, String message) {
    byte[] file = SafetensorsFile.of(header.replace('\'', '"'), new byte[8]);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("not a valid safetensors file: ")
        .hasMessageContaining(message);
  }

  @Test
  void namesTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("model.pth"), "PK");

    assertThatThrownBy(() -> Weights.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            file + ": not a valid safetensors file: it has 2 bytes, less than the header's length");
  }

  @Test
  void refusesAHeaderLengthThatTheFileDoesNotHave() {
    assertThatThrownBy(() -> read("12345678".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("say that the header has 4050765991979987505 bytes");
    byte[] file = SafetensorsFile.of("{}   ", new byte[0]);
    assertThatThrownBy(() -> read(Arrays.copyOf(file, 10)))
        .hasMessageContaining("the header should have 5 bytes, the file ends after 2");
  }

  @Test
  void saysWhatToDoWithPyTorchsFiles() {
    for (String start : List.of("504b030400000808", "80028a0a6cfc9c46")) {
      assertThatThrownBy(() -> read(HexFormat.of().parseHex(start)))
          .hasMessageContaining("it is PyTorch's; 'resnetc convert' makes a safetensors file");
    }
  }

  @Test
  void refusesAHeaderThatIsNotUtf8() {
    byte[] file = SafetensorsFile.of("{\"?\":{}}", new byte[0]);
    file[10] = (byte) 0xC3;

    assertThatThrownBy(() -> read(file)).hasMessageContaining("the header is not UTF-8");
  }

  @Test
  void neverFailsInAnotherWay() throws IOException {
    byte[] good =
        new SafetensorsFile().addCounting("a.b", 2, 3).addCounting("c", 1).addCounting("d").bytes();
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int edits = 1 + i % 3; edits > 0; edits--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try {
        read(Arrays.copyOf(bad, bad.length - random.nextInt(2)));
      } catch (WeightsException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }

  private static String entry(String dtype, String shape, String offsets) {
    return "{'a':{'dtype':'%s','shape':%s,'data_offsets':%s}}".formatted(dtype, shape, offsets);
  }

  private static Weights read(byte[] file) throws IOException {
    return Weights.read(new ByteArrayInputStream(file));
  }
}
