package io.resnetc.driver.cli;

import io.resnetc.checkpoint.Checkpoint;
import io.resnetc.checkpoint.Fit;
import io.resnetc.diag.Printable;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import io.resnetc.driver.NamedParameters;
import io.resnetc.ir.Graph;
import io.resnetc.runtime.weights.TensorSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resnetc weights}: what a checkpoint holds, and how it fits a model. */
@Command(
    name = "weights",
    header = "Lists a checkpoint, and compares it with a model.",
    sortOptions = false,
    description = HelpText.WEIGHTS,
    footer = HelpText.WEIGHTS_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis =
        "resnetc weights FILE [--model-file MODEL.rn [--model NAME] [-D NAME=VALUE ...]]")
final class WeightsCommand implements Callable<Integer> {
  private final Compiler compiler;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A checkpoint of any kind.")
  private Path file;

  @ArgGroup(exclusive = false)
  private ModelFile model;

  /** The model to compare with. */
  private static final class ModelFile {
    @Option(
        names = "--model-file",
        paramLabel = "MODEL.rn",
        required = true,
        description = "Compare with a model of this file.")
    private Path source;

    @Option(
        names = "--model",
        paramLabel = "NAME",
        description = "The model to take; needed when the file has several.")
    private String name;

    @Option(
        names = {"-D", "--define"},
        paramLabel = "NAME=VALUE",
        description = "A value for one of the model's parameters. May be repeated.")
    private Map<String, String> defines = new LinkedHashMap<>();
  }

  WeightsCommand(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws CompileException {
    PrintWriter out = spec.commandLine().getOut();
    if (model == null) {
      Checkpoint checkpoint = WeightsOption.read(file, List.of());
      WeightsOption.printNotes(checkpoint, spec);
      out.print(table(checkpoint, Optional.empty()));
      out.println(total(checkpoint));
      return ExitCode.OK;
    }
    IoText.requireReadable(file);
    Graph graph = compiler.optimise(request()).get(0).graph();
    Map<String, List<Integer>> parameters = NamedParameters.of(graph);
    Checkpoint checkpoint = WeightsOption.read(file, parameters.keySet());
    WeightsOption.printNotes(checkpoint, spec);
    Fit fit = Fit.of(parameters, checkpoint);
    out.print(table(checkpoint, Optional.of(fit)));
    out.println(total(checkpoint));
    out.print(FitText.of(fit, graph.name()));
    return fit.isComplete() ? ExitCode.OK : ExitCode.USER_ERROR;
  }

  private CompileRequest request() {
    return CompileRequest.of(model.source, Optional.ofNullable(model.name), model.defines);
  }

  private static String table(Checkpoint checkpoint, Optional<Fit> fit) {
    Table table = new Table();
    checkpoint
        .tensors()
        .forEach(
            (name, tensor) ->
                table.row(
                    Printable.of(name),
                    tensor.dtype(),
                    tensor.dims(),
                    fit.map(f -> FitText.of(f.states().get(name))).orElse("")));
    return table.text();
  }

  private static String total(Checkpoint checkpoint) {
    long elements =
        checkpoint.tensors().values().stream().mapToLong(WeightsCommand::elements).sum();
    return "%d tensors, %,d numbers; %s"
        .formatted(checkpoint.tensors().size(), elements, checkpoint.kind());
  }

  private static long elements(TensorSource tensor) {
    return tensor.dims().stream().mapToLong(dim -> dim).reduce(1, (a, b) -> a * b);
  }
}
