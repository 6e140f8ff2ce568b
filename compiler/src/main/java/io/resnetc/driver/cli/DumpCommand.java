package io.resnetc.driver.cli;

import io.resnetc.diag.Nearest;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.Compiler;
import io.resnetc.driver.DumpFolder;
import io.resnetc.driver.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code resnetc dump}: the graph at any point of the pipeline. */
@Command(
    name = "dump",
    header = "Prints the graph as built, after any pass, or after all.",
    sortOptions = false,
    description = HelpText.DUMP,
    footer = HelpText.DUMP_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis = {
      "resnetc dump MODEL.rn [--model NAME] [-D NAME=VALUE ...] [--after PASS | --all DIR]",
      "                     [--format text|dot|json]"
    })
final class DumpCommand implements Callable<Integer> {
  private final Compiler compiler;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @ArgGroup private Selection selection = new Selection();

  @Option(
      names = "--format",
      paramLabel = "text|dot|json",
      description = "How to write it; text is the default, dot is for Graphviz.")
  private GraphFormat format = GraphFormat.TEXT;

  DumpCommand(Compiler compiler) {
    this.compiler = compiler;
  }

  /** One graph, or all. */
  private static final class Selection {
    @Option(
        names = "--after",
        paramLabel = "PASS",
        description = "The graph after this pass, or 'built' for the graph before all passes.")
    private String after;

    @Option(
        names = "--all",
        paramLabel = "DIR",
        description = "Every graph, a numbered file each, into this folder.")
    private Path folder;
  }

  @Override
  public Integer call() throws CompileException, IOException {
    List<Snapshot> snapshots = compiler.optimise(model.request(spec));
    if (selection.folder != null) {
      DumpFolder.write(selection.folder, snapshots, format.extension(), format::write);
      String line = "%s: %d files".formatted(selection.folder, snapshots.size());
      spec.commandLine().getErr().println(line);
    } else {
      spec.commandLine().getOut().print(format.write(chosen(snapshots).graph()));
    }
    return ExitCode.OK;
  }

  private Snapshot chosen(List<Snapshot> snapshots) {
    if (selection.after == null) {
      return snapshots.get(snapshots.size() - 1);
    }
    return snapshots.stream()
        .filter(snapshot -> snapshot.after().equals(selection.after))
        .findFirst()
        .orElseThrow(() -> unknownPass(snapshots));
  }

  private ParameterException unknownPass(List<Snapshot> snapshots) {
    List<String> names = snapshots.stream().map(Snapshot::after).toList();
    String hint =
        Nearest.to(selection.after, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    return new ParameterException(
        spec.commandLine(),
        "unknown pass '%s'%s%nThe passes are %s."
            .formatted(selection.after, hint, String.join(", ", names)));
  }
}
