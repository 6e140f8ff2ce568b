package io.resnetc.driver.cli;

import io.resnetc.checkpoint.SafetensorsWriter;
import io.resnetc.driver.CompileException;
import io.resnetc.driver.CompileRequest;
import io.resnetc.driver.Compiler;
import io.resnetc.driver.FrontEndResult;
import io.resnetc.driver.OutputFile;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.source.SourceWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resnetc import}: a model of ONNX as source text and a checkpoint. */
@Command(
    name = "import",
    header = "Writes a model of ONNX in the language, and its weights as safetensors.",
    sortOptions = false,
    description = HelpText.IMPORT,
    footer = HelpText.IMPORT_EXAMPLES,
    mixinStandardHelpOptions = true,
    versionProvider = CompileCommand.Versions.class,
    customSynopsis = "resnetc import model.onnx -o MODEL.rn [--weights-out W.safetensors]")
final class ImportCommand implements Callable<Integer> {
  private final Compiler compiler;

  @Spec private CommandSpec spec;

  @Mixin private OnnxOptions onnx;

  @Parameters(paramLabel = "model.onnx", hideParamSyntax = true, description = "The model of ONNX.")
  private Path source;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL.rn",
      required = true,
      description = "Where to write the network.")
  private Path output;

  @Option(
      names = "--weights-out",
      paramLabel = "W.safetensors",
      description = "Where to write its weights.")
  private Path weights;

  ImportCommand(Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws CompileException, IOException {
    IoText.requireReadable(source);
    if (!CompileRequest.isOnnx(source)) {
      throw new UserError(source + ": is not a model of ONNX");
    }
    FrontEndResult model = compiler.read(CompileRequest.of(source).withOnnx(onnx.selection()));
    OutputFile.write(output, SourceWriter.print(model.graph()));
    PrintWriter err = spec.commandLine().getErr();
    err.printf("%s: %s, %d nodes%n", output, model.graph().name(), model.graph().nodes().size());
    if (weights != null) {
      Map<String, TensorSource> tensors = model.weights().orElseThrow().tensors();
      OutputFile.write(weights, out -> SafetensorsWriter.write(tensors, Optional.empty(), out));
      err.printf("%s: %d tensors%n", weights, tensors.size());
    }
    return ExitCode.OK;
  }
}
