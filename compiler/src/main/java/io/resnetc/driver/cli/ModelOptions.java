package io.resnetc.driver.cli;

import io.resnetc.driver.CompileRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What every command needs to know: the file, the model in it, and its parameters. */
final class ModelOptions {
  @Parameters(
      paramLabel = "MODEL.rn",
      arity = "0..1",
      hideParamSyntax = true,
      description =
          "The file that describes the network; or a model of ONNX, wherever MODEL.rn stands.")
  private Path source;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model to take; needed when the file has several.")
  private String model;

  @Option(
      names = {"-D", "--define"},
      paramLabel = "NAME=VALUE",
      description = "A value for one of the model's parameters. May be repeated.")
  private Map<String, String> defines = new LinkedHashMap<>();

  @Mixin private OnnxOptions onnx;

  /** Whether the file holds weights besides the network. */
  boolean isOnnx() {
    return source != null && CompileRequest.isOnnx(source);
  }

  /**
   * @throws ParameterException when no file was named
   */
  CompileRequest request(CommandSpec spec) {
    if (source == null) {
      throw new ParameterException(spec.commandLine(), "which model? Name its file, MODEL.rn");
    }
    return CompileRequest.of(source, Optional.ofNullable(model), defines)
        .withOnnx(onnx.selection());
  }
}
