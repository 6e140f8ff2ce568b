package io.resnetc.driver.cli;

import io.resnetc.checkpoint.Checkpoint;
import io.resnetc.driver.NamedParameters;
import io.resnetc.ir.Graph;
import io.resnetc.runtime.weights.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --weights}: a checkpoint of any kind. */
final class WeightsOption {
  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "The checkpoint, under PyTorch's parameter names: safetensors, PyTorch (.pt, .pth) or"
              + " ONNX. An ONNX model brings its own.")
  private Path file;

  /** What can be said of the option before the model is read. */
  void check(CommandSpec spec, boolean optional) {
    if (file != null) {
      IoText.requireReadable(file);
    } else if (!optional) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--weights=FILE'");
    }
  }

  /** The checkpoint for this network; says what was done to its names. */
  Weights read(CommandSpec spec, Graph graph, Optional<Weights> own) {
    if (file == null) {
      return own.orElseThrow();
    }
    Checkpoint checkpoint = read(file, NamedParameters.of(graph).keySet());
    printNotes(checkpoint, spec);
    return checkpoint.weights();
  }

  /** Reads a checkpoint for a network that has these names. */
  static Checkpoint read(Path file, Collection<String> wanted) {
    IoText.requireReadable(file);
    try {
      return Checkpoint.read(file).withoutCommonPrefixes(wanted);
    } catch (IOException e) {
      throw IoText.error(file, e);
    }
  }

  static void printNotes(Checkpoint checkpoint, CommandSpec spec) {
    PrintWriter err = spec.commandLine().getErr();
    checkpoint.notes().forEach(note -> err.println(checkpoint.source() + ": " + note));
  }
}
