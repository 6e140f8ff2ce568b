package io.resnetc.driver.cli;

import io.resnetc.driver.BoundParameters;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import io.resnetc.driver.FrontEndResult;
import io.resnetc.driver.OutputFile;
import io.resnetc.driver.Snapshot;
import io.resnetc.ir.Graph;
import io.resnetc.onnx.export.ModelTooLargeException;
import io.resnetc.onnx.export.OnnxExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code resnetc export}: a model with its weights for the tools that speak ONNX. */
@Command(
    name = "export",
    header = "Writes a model with its weights as an ONNX file.",
    sortOptions = false,
    description = HelpText.EXPORT,
    footer = HelpText.EXPORT_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis = {
      "resnetc export MODEL.rn [--model NAME] [-D NAME=VALUE ...] --weights FILE",
      "                       -o model.onnx [--optimized]"
    })
final class ExportCommand implements Callable<Integer> {
  private final Compiler compiler;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Mixin private WeightsOption weights;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "model.onnx",
      required = true,
      description = "Where to write the model.")
  private Path output;

  @Option(
      names = "--optimized",
      description = "Export the graph as the passes leave it, with batch norms folded.")
  private boolean optimized;

  ExportCommand(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws CompileException, IOException {
    CompileRequest request = model.request(spec);
    weights.check(spec, model.isOnnx());
    FrontEndResult front = compiler.read(request);
    List<Snapshot> snapshots = compiler.optimise(front.graph());
    Graph graph = snapshots.get(optimized ? snapshots.size() - 1 : 0).graph();
    BoundParameters parameters =
        BoundParameters.bind(graph, weights.read(spec, front.graph(), front.weights()));
    try {
      OutputFile.write(output, out -> OnnxExport.write(graph, parameters, out));
    } catch (ModelTooLargeException e) {
      throw new UserError(e.getMessage());
    }
    String line = "%s: %s, %d nodes".formatted(output, graph.name(), graph.nodes().size());
    spec.commandLine().getErr().println(line);
    return ExitCode.OK;
  }
}
