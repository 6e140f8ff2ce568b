package io.resnetc.maven;

import io.resnetc.driver.Compilation;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import io.resnetc.driver.DumpFolder;
import io.resnetc.driver.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Compiles a project's models to classes, unless the classes of an earlier run still stand. */
final class Generator {
  private final Settings settings;

  Generator(Settings settings) {
    this.settings = settings;
  }

  /**
   * Brings the output directory up to date.
   *
   * @throws SelectionException when the settings do not fit the project's models
   */
  Outcome run() throws IOException, SelectionException {
    Set<Path> present = SourceTree.files(settings.sourceDirectory());
    Optional<Ledger> last = Ledger.read(settings.ledgerFile());
    if (last.isPresent() && last.get().isCurrent(settings.fingerprint(), present)) {
      return Outcome.current(last.get().outputs().keySet());
    }
    checkPackage();
    SourceTree tree = SourceTree.read(settings.sourceDirectory());
    Errors errors = new Errors();
    tree.diagnostics().forEach(errors::add);
    if (!errors.isEmpty()) {
      return Outcome.faulty(errors.texts(), List.of());
    }
    Selection selection = Selection.of(tree.models(), settings.models(), settings.packageName());
    List<Compilation> compilations = compile(selection.requests(), errors);
    if (!errors.isEmpty()) {
      return Outcome.faulty(errors.texts(), selection.passedOver());
    }
    List<Path> classes = write(compilations);
    removeStale(last, classes);
    Ledger.of(settings.fingerprint(), tree.inputs(), classes).write(settings.ledgerFile());
    return Outcome.generated(classes, selection.passedOver());
  }

  private List<Compilation> compile(List<CompileRequest> requests, Errors errors) {
    Compiler compiler = new Compiler();
    List<Compilation> result = new ArrayList<>();
    for (CompileRequest request : requests) {
      try {
        result.add(compiler.compile(request.withLowering(settings.lowering())));
      } catch (CompileException e) {
        errors.add(e);
      }
    }
    return result;
  }

  private List<Path> write(List<Compilation> compilations) throws IOException {
    List<Path> classes = new ArrayList<>();
    for (Compilation compilation : compilations) {
      Path file = settings.outputDirectory().resolve(compilation.relativePath());
      writeIfChanged(file, compilation.javaSource());
      classes.add(file);
      if (settings.dumpIr()) {
        Path folder = settings.dumpDirectory().resolve(compilation.className());
        DumpFolder.write(folder, compilation);
      }
    }
    return classes;
  }

  /** A class that stays the same keeps its time, so that javac need not run again. */
  private static void writeIfChanged(Path file, String text) throws IOException {
    if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
      OutputFile.write(file, text);
    }
  }

  /** Deletes what an earlier run wrote and this one did not: its model is gone or renamed. */
  private static void removeStale(Optional<Ledger> last, List<Path> classes) throws IOException {
    for (Path old : last.map(ledger -> List.copyOf(ledger.outputs().keySet())).orElse(List.of())) {
      if (!classes.contains(old)) {
        Files.deleteIfExists(old);
      }
    }
  }

  private void checkPackage() throws SelectionException {
    String name = settings.packageName();
    if (!name.isEmpty() && !SourceVersion.isName(name)) {
      throw new SelectionException(
          "'%s' is no name of a Java package: set <packageName>".formatted(name));
    }
  }
}
