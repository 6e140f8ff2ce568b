package io.resnetc.driver.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in words what Java says in exception classes. */
final class IoText {
  private IoText() {}

  /** A file that cannot be read or used as input. */
  static UserError error(Path file, IOException e) {
    return new UserError(
        e instanceof FileSystemException system && system.getFile() != null
            ? of(e)
            : "%s: %s".formatted(file, reason(e)));
  }

  static String of(IOException e) {
    if (!(e instanceof FileSystemException system) || system.getFile() == null) {
      return reason(e);
    }
    return system.getFile() + ": " + reason(e);
  }

  /** Checks that a file can be opened, before the long work begins. */
  static void requireReadable(Path file) {
    if (!Files.exists(file)) {
      throw new UserError(file + ": no such file");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(file + ": is a folder, not a file");
    }
    if (!Files.isReadable(file)) {
      throw new UserError(file + ": permission denied");
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "is a file, where a folder is needed";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
