package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Note;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a source file and all that it imports, each file once. */
final class ProgramLoader {
  private final DiagnosticLog log;
  private final List<Ast.SourceUnit> units = new ArrayList<>();
  private final Set<Path> loaded = new HashSet<>();
  private final Set<Path> loading = new LinkedHashSet<>();

  ProgramLoader(DiagnosticLog log) {
    this.log = log;
  }

  /** The whole program; empty when the file itself could not be read and parsed. */
  Optional<Program> load(Path file) {
    Span span = new SourceFile(file.toString(), "").beginning();
    return SourceReader.read(file, span, log)
        .flatMap(text -> load(new SourceFile(file.toString(), text), file));
  }

  /** The same with the file's text given. */
  Optional<Program> load(SourceFile source, Path file) {
    if (!unit(source, identity(file))) {
      return Optional.empty();
    }
    return Optional.of(new Program(units, blocks()));
  }

  private boolean unit(SourceFile source, Path identity) {
    Optional<Ast.SourceUnit> unit = Parser.parse(source, log);
    if (unit.isEmpty()) {
      return false;
    }
    loading.add(identity);
    unit.get().imports().forEach(this::follow);
    loading.remove(identity);
    loaded.add(identity);
    units.add(unit.get());
    return true;
  }

  private void follow(Ast.Import imported) {
    Optional<Path> file = SourceReader.beside(imported.span().file(), imported.path());
    if (file.isEmpty() || !Files.exists(file.get())) {
      List<String> known = file.map(ProgramLoader::beside).orElse(List.of());
      log.unknown(ErrorKind.IMPORT_NOT_FOUND, imported.span(), known, imported.path());
      return;
    }
    Path identity = identity(file.get());
    if (loading.contains(identity)) {
      log.error(ErrorKind.IMPORT_CYCLE, imported.span(), imported.path());
    } else if (!loaded.contains(identity)) {
      SourceReader.read(file.get(), imported.span(), log)
          .ifPresent(text -> unit(new SourceFile(file.get().toString(), text), identity));
    }
  }

  /** The source files in the folder of a file that is not there. */
  private static List<String> beside(Path file) {
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files
          .map(found -> found.getFileName().toString())
          .filter(name -> name.endsWith(".rn"))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** One name for a file, however it is reached. */
  private static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private Map<String, Ast.Block> blocks() {
    Map<String, Ast.Block> blocks = new LinkedHashMap<>();
    for (Ast.SourceUnit unit : units) {
      unit.blocks()
          .forEach(block -> unique(block.name(), blocks.putIfAbsent(block.name().text(), block)));
    }
    return blocks;
  }

  private void unique(Ast.Name name, Ast.Block first) {
    if (first != null) {
      List<Note> notes = List.of(Note.at(first.name().span(), "the first '" + name.text() + "'"));
      log.error(ErrorKind.DUPLICATE_BLOCK, name.span(), notes, name.text());
    }
  }
}
