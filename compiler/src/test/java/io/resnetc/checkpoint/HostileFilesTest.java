package io.resnetc.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every hostile file gets its error within a second and within 512 MiB of heap. */
class HostileFilesTest {
  private static final int MOST_MILLISECONDS = 1000;

  @Test
  void eachIsRefusedSoonAndWithoutMuchMemory(@TempDir Path folder)
      throws IOException, InterruptedException {
    Map<String, byte[]> files = HostileFiles.byMessage();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(HostileFiles.class.getName());
    int index = 0;
    for (byte[] file : files.values()) {
      command.add(Files.write(folder.resolve("file" + index++), file).toString());
    }

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    List<String> lines = output.lines().toList();
    assertThat(lines).as(output).hasSameSizeAs(files.keySet());
    SoftAssertions softly = new SoftAssertions();
    index = 0;
    for (String message : files.keySet()) {
      String[] fields = lines.get(index++).split("\t", 2);
      // A final dot tells two files with the same message apart.
      softly.assertThat(fields[1]).contains(message.replaceAll("\\.$", ""));
      softly.assertThat(Integer.parseInt(fields[0])).as(fields[1]).isLessThan(MOST_MILLISECONDS);
    }
    softly.assertAll();
  }
}
