package io.resnetc.driver.cli;

import io.resnetc.checkpoint.Checkpoint;
import io.resnetc.driver.NamedParameters;
import io.resnetc.ir.Graph;
import io.resnetc.runtime.weights.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --weights}: a checkpoint of any kind. */
final class WeightsOption {
  @Option(
      names = "--weights",
      paramLabel = "FILE",
      required = true,
      description =
          "The checkpoint, under PyTorch's parameter names: safetensors, PyTorch (.pt, .pth) or"
              + " ONNX.")
  private Path file;

  void requireReadable() {
    IoText.requireReadable(file);
  }

  /** The checkpoint for this network; says what was done to its names. */
  Weights read(CommandSpec spec, Graph graph) {
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
