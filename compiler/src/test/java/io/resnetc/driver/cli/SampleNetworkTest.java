package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's first command, in this process. */
class SampleNetworkTest extends CommandLineTest {
  private static final Path SAMPLES = Path.of(System.getProperty("resnetc.root"), "samples");

  @Test
  void classifiesTheSampleImages() throws Exception {
    List<Object> command = new ArrayList<>();
    command.addAll(
        List.of("run", SAMPLES.resolve("models/resnet-cifar.rn"), "--model", "ResNet20P"));
    command.addAll(List.of("--weights", SAMPLES.resolve("weights/resnet20p-cifar10.safetensors")));
    command.addAll(List.of("--top", 1, "--image"));
    List<Path> images;
    try (Stream<Path> files = Files.list(SAMPLES.resolve("images"))) {
      images = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    command.addAll(images);
    Result result = run(command.toArray());
    assertThat(result.code()).isZero();
    List<String> lines = result.out().lines().toList();
    assertThat(images).isNotEmpty();
    assertThat(lines).hasSize(2 * images.size());
    for (int i = 0; i < images.size(); i++) {
      String name = images.get(i).getFileName().toString().replace(".png", "");
      assertThat(lines.get(2 * i)).isEqualTo(images.get(i).toString());
      assertThat(lines.get(2 * i + 1)).endsWith("  " + name);
    }
  }
}
