package io.resnetc.driver.cli;

import io.resnetc.driver.OnnxSelection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a model of ONNX leaves open. */
final class OnnxOptions {
  @Option(
      names = "--onnx-output",
      paramLabel = "NAME",
      description = "The output of an ONNX model to compute; needed when it has several.")
  private String output;

  @Option(
      names = "--onnx-constant",
      paramLabel = "NAME=FILE",
      description =
          "An input of an ONNX model that is the same for every image, as a .npy file or a tensor"
              + " of ONNX. May be repeated.")
  private Map<String, Path> constants = new LinkedHashMap<>();

  OnnxSelection selection() {
    constants.values().forEach(IoText::requireReadable);
    return new OnnxSelection(Optional.ofNullable(output), constants);
  }
}
