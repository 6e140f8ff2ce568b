package io.resnetc.runtime.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The choice in virtual machines of every kind: each test starts one. */
class KernelChoiceTest {
  private static final String[] MODULE = {"--add-modules", "jdk.incubator.vector"};

  /** What the child runs: it lives long enough to announce the choice where that is waited for. */
  public static final class Main {
    public static void main(String[] args) throws InterruptedException {
      KernelChoice choice = KernelChoice.current();
      System.out.println(choice.reason());
      System.out.println("first: " + choice.first().getClass().getSimpleName());
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (Boolean.getBoolean("announced") && thread instanceof Announcement) {
          thread.join();
        }
      }
    }
  }

  @Test
  void vectorWhereTheModuleIsThere() throws Exception {
    assertThat(choice(MODULE[0], MODULE[1]))
        .containsPattern("vector kernels of \\d+ lanes: ")
        .contains("first: ScalarKernels")
        .doesNotContain("INFO: ");
  }

  @Test
  void saysItOnceTheFirstAnswerHasHadItsTime() throws Exception {
    assertThat(choice(MODULE[0], MODULE[1], "-Dannounced=true"))
        .containsPattern("INFO: vector kernels of \\d+ lanes: ");
  }

  @Test
  void scalarWithoutTheModule() throws Exception {
    assertThat(choice())
        .contains("scalar kernels: ")
        .contains("add --add-modules jdk.incubator.vector");
  }

  @Test
  void scalarWithoutC2() throws Exception {
    assertThat(choice(MODULE[0], MODULE[1], "-XX:TieredStopAtLevel=1"))
        .contains("scalar kernels: C2 is off");
    assertThat(choice(MODULE[0], MODULE[1], "-Xint"))
        .contains("scalar kernels: this virtual machine only interprets");
  }

  @Test
  void warnsWithoutFma() throws Exception {
    assertThat(
            choice(
                MODULE[0],
                MODULE[1],
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:-UseFMA",
                "-Dannounced=true"))
        .contains("WARNING: this processor");
  }

  @Test
  void forced() throws Exception {
    assertThat(choice(MODULE[0], MODULE[1], "-Dresnetc.kernels=scalar"))
        .contains("scalar kernels: forced by -Dresnetc.kernels");
    assertThat(choice(MODULE[0], MODULE[1], "-Xint", "-Dresnetc.kernels=vector"))
        .containsPattern("vector kernels of \\d+ lanes: forced by -Dresnetc.kernels")
        .contains("first: VectorKernels");
    assertThat(choice("-Dresnetc.kernels=vector"))
        .contains("-Dresnetc.kernels=vector, but the Vector API is not in the boot layer");
    assertThat(choice("-Dresnetc.kernels=gpu")).contains("expected scalar or vector");
  }

  private static String choice(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-Djava.util.logging.SimpleFormatter.format=%4$s: %5$s%n");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
