package io.resnetc.driver;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all: beside its place first, then moved there. */
public final class OutputFile {
  private OutputFile() {}

  /** What writes the contents. */
  @FunctionalInterface
  public interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes UTF-8 text; see {@link #write(Path, Contents)}. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Creates the folders that are missing, and replaces a file that is there. */
  public static void write(Path file, Contents contents) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, not a file");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      writeTo(file, contents); // a pipe or a device has nothing to be replaced
      return;
    }
    Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      writeTo(draft, contents);
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void writeTo(Path file, Contents contents) throws IOException {
    StandardOpenOption how =
        Files.exists(file) ? StandardOpenOption.WRITE : StandardOpenOption.CREATE_NEW;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how))) {
      contents.writeTo(out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
