package io.resnetc.checkpoint.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.resnetc.runtime.weights.WeightsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles as Python wrote them, and pickles that it would not write. */
class PickleReaderTest {
  /** Stands in for a real environment: one function, and ids that are given back. */
  private static final Environment ECHO =
      new Environment() {
        @Override
        public Object global(String module, String name) {
          if (!module.equals("builtins")) {
            throw new WeightsException(module + "." + name);
          }
          return (Function) arguments -> name + arguments;
        }

        @Override
        public Object persistent(List<?> id) {
          return id;
        }
      };

  static Stream<Arguments> pickles() {
    return Stream.of(
        arguments("80024e2e", None.NONE),
        arguments("8002882e", true),
        arguments("8002892e", false),
        arguments("80024a feffffff 2e", -2L),
        arguments("80024b ff 2e", 255L),
        arguments("80024d e903 2e", 1001L),
        arguments("80028a00 2e", 0L),
        arguments("80028a01 ff 2e", -1L),
        arguments("80028a0a 6cfc9c46f9206aa85019 2e", new BigInteger("119547037146038801333356")),
        arguments("800247 400921fb54442d18 2e", Math.PI),
        arguments("800258 02000000 c3a9 2e", "é"),
        arguments("80048c 01 61 2e", "a"),
        arguments("800255 01 61 2e", "a"),
        arguments("800254 01000000 61 2e", "a"),
        arguments("8002292e", List.of()),
        arguments("80024b01852e", List.of(1L)),
        arguments("80024b014b02862e", List.of(1L, 2L)),
        arguments("80024b014b024b03872e", List.of(1L, 2L, 3L)),
        arguments("8002284b014b024b034b04742e", List.of(1L, 2L, 3L, 4L)),
        arguments("80025d284b014b02652e", List.of(1L, 2L)),
        arguments("80025d4b01612e", List.of(1L)),
        arguments("80027d2858010000006b4b014b024e752e", Map.of("k", 1L, 2L, None.NONE)),
        arguments("80027d4b014b02732e", Map.of(1L, 2L)));
  }

  @ParameterizedTest
  @MethodSource("pickles")
  void readsValues(String hex, Object value) throws IOException {
    assertThat(read(hex)).isEqualTo(value);
  }

  @Test
  void remembersValues() throws IOException {
    assertThat(read("80024b077100 6800 862e")).isEqualTo(List.of(7L, 7L));
    assertThat(read("80024b077210000000 6a10000000 862e")).isEqualTo(List.of(7L, 7L));
    assertThat(read("80049500000000000000004b0794 6800 862e")).isEqualTo(List.of(7L, 7L));
  }

  @Test
  void readsValuesThatContainThemselves() throws IOException {
    List<?> list = (List<?>) read("80025d710068 00612e");

    assertThat(list.get(0)).isSameAs(list);
  }

  @Test
  void asksItsEnvironmentWhatNamesMean() throws IOException {
    assertThat(read("8002 636275696c74696e730a6162730a 4b01 85 52 2e")).isEqualTo("abs[1]");
    assertThat(read("8004 8c086275696c74696e73 8c03616273 93 4b01 85 52 2e")).isEqualTo("abs[1]");
    assertThat(read("8002 4b014b02 86 51 2e")).isEqualTo(List.of(1L, 2L));
    assertThatThrownBy(() -> read("8002 636f730a73797374656d0a"))
        .isInstanceOf(WeightsException.class)
        .hasMessage("os.system");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments("", "it ends at byte 0"),
        arguments("80", "it ends at byte 1"),
        arguments("80024b01", "it ends at byte 4"),
        arguments("80022e", "empty stack"),
        arguments("8002742e", "a mark that it did not set"),
        arguments("80024b0128 85 2e", "empty stack"),
        arguments("80026805 2e", "recalls value 5"),
        arguments("80024b0171 00 6a ffffffff 2e", "recalls value 4294967295"),
        arguments("800258 ffffff7f 61", "it needs 2147483647 bytes"),
        arguments("800258 ffffffff 61", "it needs 4294967295 bytes"),
        arguments("800258 00000001 61", "it ends at byte 8, within an instruction"),
        arguments("800258 01000000 c3 2e", "is not UTF-8"),
        arguments("80024b014b02732e", "empty stack"),
        arguments("80024b014b024b03732e", "uses a Long as a dictionary"),
        arguments("80027d284b01752e", "a key without a value"),
        arguments("80027d 29 4b01 732e", "a key that is neither text nor a number"),
        arguments("80024b0129522e", "uses a Long as a function"),
        arguments("8002295d522e", "uses a list as a function"),
        arguments("8002294b01612e", "uses a list as a list that can grow"),
        arguments("80024b017d622e", "uses a Long as a dictionary"),
        arguments("8002 63" + "61".repeat(5000), "does not end"),
        arguments("8002 8101", "instruction 0x81 at byte 2 does not belong"),
        arguments("8002 82ff", "instruction 0x82"),
        arguments("8002 69", "instruction 0x69"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatPythonWouldNotWrite(String hex, String message) {
    assertThatThrownBy(() -> read(hex))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void doesNotRunForEver() {
    byte[] endless = new byte[5_000_000];
    Arrays.fill(endless, (byte) ')');

    assertThatThrownBy(() -> PickleReader.read(new ByteArrayInputStream(endless), ECHO))
        .hasMessageContaining("more than 2000000 instructions");
  }

  @Test
  void readsNoByteAfterThePickle() throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(HexFormat.of().parseHex("80024e2e80"));

    PickleReader.read(in, ECHO);

    assertThat(in.available()).isEqualTo(1);
  }

  private static Object read(String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return PickleReader.read(new ByteArrayInputStream(bytes), ECHO);
  }
}
