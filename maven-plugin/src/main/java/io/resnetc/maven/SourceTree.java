package io.resnetc.maven;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.Diagnostic;
import io.resnetc.diag.DiagnosticLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The models' files of a project, and all that they are made from. */
final class SourceTree {
  private static final String EXTENSION = ".rn";

  private final DiagnosticLog log = new DiagnosticLog();
  private final List<ModelFile> models = new ArrayList<>();
  private final Set<Path> inputs;

  private SourceTree(Set<Path> inputs) {
    this.inputs = inputs;
  }

  /**
   * Reads the models' files of a folder, and what they import from anywhere. Every file in the
   * folder and its folders is taken for an input: a list of labels is one and has any name.
   */
  static SourceTree read(Path folder) throws IOException {
    SourceTree tree = new SourceTree(files(folder));
    for (Path source : sources(folder)) {
      tree.read(source, FrontEnd.read(source, tree.log));
    }
    return tree;
  }

  private void read(Path source, Optional<FrontEnd> read) {
    read.ifPresent(
        frontEnd -> {
          models.add(new ModelFile(source, frontEnd.models()));
          inputs.addAll(frontEnd.files());
        });
  }

  /** The {@code .rn} files directly in a folder, in the order of their names. */
  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** Every file in a folder and its folders. */
  static Set<Path> files(Path folder) throws IOException {
    Set<Path> result = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(result::add);
    }
    return result;
  }

  /** The files that have models, in the order of their names. */
  List<ModelFile> models() {
    return models;
  }

  /** What is wrong with the files' syntax and imports. */
  List<Diagnostic> diagnostics() {
    return log.diagnostics();
  }

  Set<Path> inputs() {
    return inputs;
  }
}
