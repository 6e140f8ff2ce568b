package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One class and one weights file give one answer, to the bit. */
class SameBitsTest {
  /** What every JDK must print; the tests run on more than one. */
  private static final Path GOLDEN =
      Path.of(System.getProperty("resnetc.root"))
          .resolve("compiler/src/test/resources/io/resnetc/golden/logit-bits.txt");

  @Test
  void theBitsAreThoseOfEveryOtherJdk() throws IOException {
    String bits = String.join("\n", LogitBits.lines(1)) + "\n";
    if (System.getenv("RESNETC_BLESS") != null) {
      Files.writeString(GOLDEN, bits);
    }
    assertThat(bits)
        .as("run again with RESNETC_BLESS=1 to accept a new order of sums")
        .isEqualTo(Files.readString(GOLDEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 -Dresnetc.kernels=scalar",
        "2 -Dresnetc.kernels=scalar",
        "1 -Dresnetc.kernels=vector -Dresnetc.vector.lanes=4",
        "2 -Dresnetc.kernels=vector -Dresnetc.vector.lanes=8",
        "3 -Dresnetc.kernels=vector -Dresnetc.vector.lanes=16",
        "1 -Dresnetc.kernels=vector -Dresnetc.cache.l1=4",
        "2 -Dresnetc.kernels=vector -Dresnetc.cache.l2=11111",
        "2 -Dresnetc.cache.l3=333k",
        "1 -Dresnetc.cache.l2=1k -Dresnetc.cache.l3=3m",
        "2 -Dresnetc.cache.l2=1k -Dresnetc.cache.l3=6m",
      })
  void threadsLanesKernelsAndCachesDoNotChangeThem(String threadsAndOption) throws Exception {
    List<String> words = List.of(threadsAndOption.split(" "));
    assertThat(run(words.get(0), words.subList(1, words.size())))
        .isEqualTo(Files.readString(GOLDEN));
  }

  private static String run(String threads, List<String> options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Dresnetc.root=" + System.getProperty("resnetc.root"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LogitBits.class.getName(),
                threads));
    command.addAll(1, options);
    File log = File.createTempFile("bits", ".log");
    Process process = new ProcessBuilder(command).redirectError(log).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(log.toPath())).isZero();
    return output.replace("\r\n", "\n");
  }
}
