package io.resnetc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path folder;

  @Test
  void createsMissingFolders() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    OutputFile.write(file, "text");
    assertThat(file).hasContent("text");
  }

  @Test
  void replacesAFileWithAnother() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "a longer text");
    OutputFile.write(file, "text");
    assertThat(file).hasContent("text");
    assertThat(folder).isDirectoryContaining(file::equals);
  }

  @Test
  void leavesTheOldFileAndNoDraftWhenTheWriterFails() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "old");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("no more");
                    }))
        .hasMessage("no more");
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void writesThroughASymbolicLink() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    OutputFile.write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> OutputFile.write(folder, "text"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("is a folder, not a file");
  }
}
