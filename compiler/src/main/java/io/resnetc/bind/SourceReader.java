package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads text files, and says what is wrong with those that it cannot read. */
final class SourceReader {
  private static final int LARGEST_MIB = 4;

  private SourceReader() {}

  /** The file that a source file calls {@code name}; empty when that is no name of a file. */
  static Optional<Path> beside(SourceFile file, String name) {
    try {
      return Optional.of(Path.of(file.path()).resolveSibling(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The file's text; empty, with an error at {@code span}, when there is none. */
  static Optional<String> read(Path path, Span span, DiagnosticLog log) {
    try {
      if (Files.isDirectory(path)) {
        log.error(ErrorKind.CANNOT_READ, span, path, "it is a folder");
      } else if (Files.exists(path) && Files.size(path) > (long) LARGEST_MIB << 20) {
        log.error(ErrorKind.FILE_TOO_LARGE, span, path, LARGEST_MIB);
      } else {
        return Optional.of(Files.readString(path));
      }
    } catch (CharacterCodingException e) {
      log.error(ErrorKind.NOT_UTF8, span, path);
    } catch (NoSuchFileException e) {
      log.error(ErrorKind.CANNOT_READ, span, path, "there is no such file");
    } catch (AccessDeniedException e) {
      log.error(ErrorKind.CANNOT_READ, span, path, "permission denied");
    } catch (IOException e) {
      log.error(ErrorKind.CANNOT_READ, span, path, e.getMessage());
    }
    return Optional.empty();
  }
}
