package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.checkpoint.HostileFiles.Hostile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every hostile file gets its error within a second and within 512 MiB of heap. */
class HostileFilesTest {
  private static final int MOST_MILLISECONDS = 1000;

  @Test
  void eachIsRefusedSoonAndWithoutMuchMemory(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Hostile> files = HostileFiles.all();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(HostileFiles.class.getName());
    for (int i = 0; i < files.size(); i++) {
      command.add(Files.write(folder.resolve("file" + i), files.get(i).bytes()).toString());
    }

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    List<String> lines = output.lines().toList();
    assertThat(lines).as(output).hasSameSizeAs(files);
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < files.size(); i++) {
      String[] fields = lines.get(i).split("\t", 2);
      softly.assertThat(fields[1]).contains(files.get(i).message());
      softly.assertThat(Integer.parseInt(fields[0])).as(fields[1]).isLessThan(MOST_MILLISECONDS);
    }
    softly.assertAll();
  }
}
