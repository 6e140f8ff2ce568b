package io.resnetc.bind;

import io.resnetc.diag.DiagnosticLog;
import io.resnetc.diag.ErrorKind;
import io.resnetc.diag.Note;
import io.resnetc.diag.SourceFile;
import io.resnetc.diag.Span;
import io.resnetc.ir.Graph;
import io.resnetc.syntax.Ast;
import io.resnetc.syntax.AstPrinter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The front end as a whole: from a source file to the graph of one of its models. */
public final class FrontEnd {
  private final Program program;

  private FrontEnd(Program program) {
    this.program = program;
  }

  /** Reads a file and all that it imports; empty when its syntax is not sound. */
  public static Optional<FrontEnd> read(Path file, DiagnosticLog log) {
    return new ProgramLoader(log).load(file).map(FrontEnd::new);
  }

  /** The same for a text that need not be on disk; its imports are beside its path. */
  public static Optional<FrontEnd> read(SourceFile source, DiagnosticLog log) {
    return new ProgramLoader(log).load(source, Path.of(source.path())).map(FrontEnd::new);
  }

  /**
   * Reads a file and expands one of its models.
   *
   * @param model the model's name; may be empty when the file has only one
   * @param defines the values of the model's parameters, each an expression
   * @return the graph, or empty when errors were reported
   */
  public static Optional<Graph> load(
      Path file, Optional<String> model, Map<String, String> defines, DiagnosticLog log) {
    return read(file, log).flatMap(frontEnd -> frontEnd.bind(model, defines, log));
  }

  /** The models of the file, in the order of the source. */
  public List<ModelInfo> models() {
    return program.models().stream().map(FrontEnd::info).toList();
  }

  /** Every source file that was read, those that are imported first. */
  public List<Path> files() {
    return program.units().stream().map(unit -> Path.of(unit.file().path())).toList();
  }

  /** Expands a model; empty when errors were reported. */
  public Optional<Graph> bind(
      Optional<String> model, Map<String, String> defines, DiagnosticLog log) {
    new NameCheck(program, log).check();
    return choose(model, log)
        .flatMap(chosen -> new Binder(program, chosen, log).bind(defines))
        .filter(graph -> !log.hasErrors());
  }

  private Optional<Ast.Model> choose(Optional<String> name, DiagnosticLog log) {
    List<Ast.Model> models = program.models();
    SourceFile file = program.main().file();
    if (models.isEmpty()) {
      log.error(ErrorKind.NO_MODEL, file.beginning(), file.path());
      return Optional.empty();
    }
    checkUnique(models, log);
    List<String> names = models.stream().map(model -> model.name().text()).distinct().toList();
    String list = names.stream().map(known -> "'" + known + "'").collect(Collectors.joining(", "));
    Span first = models.get(0).name().span();
    if (name.isEmpty() && names.size() > 1) {
      log.error(ErrorKind.CHOOSE_MODEL, first, list);
      return Optional.empty();
    }
    String wanted = name.orElse(names.get(0));
    if (!names.contains(wanted)) {
      log.unknown(ErrorKind.NO_SUCH_MODEL, first, names, wanted, list);
      return Optional.empty();
    }
    return Optional.of(models.get(names.indexOf(wanted)));
  }

  private static void checkUnique(List<Ast.Model> models, DiagnosticLog log) {
    Map<String, Ast.Model> seen = new HashMap<>();
    for (Ast.Model model : models) {
      Ast.Model first = seen.putIfAbsent(model.name().text(), model);
      if (first != null) {
        List<Note> notes = List.of(Note.at(first.name().span(), "the first one"));
        log.error(ErrorKind.DUPLICATE_MODEL, model.name().span(), notes, model.name().text());
      }
    }
  }

  private static ModelInfo info(Ast.Model model) {
    List<ModelInfo.Parameter> parameters =
        model.parameters().stream()
            .map(
                parameter ->
                    new ModelInfo.Parameter(
                        parameter.name().text(), parameter.value().map(AstPrinter::print)))
            .toList();
    return new ModelInfo(model.name().text(), parameters, model.name().span().place());
  }
}
