package io.resnetc.driver;

import io.resnetc.onnx.read.ImportOptions;
import io.resnetc.onnx.read.ImportedModel;
import io.resnetc.onnx.read.OnnxImport;
import io.resnetc.onnx.read.UnsupportedModelException;
import io.resnetc.runtime.weights.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** The front end for the models of other tools. */
final class OnnxFrontEnd {
  private static final String SUFFIX = ".onnx";

  /** The tag of a model's first field, which no text begins with. */
  private static final int FIRST_BYTE = 0x08;

  private OnnxFrontEnd() {}

  /** Whether a file is a model of ONNX, told from its first byte or its name. */
  static boolean accepts(Path file) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == FIRST_BYTE;
    } catch (IOException e) {
      return false; // the other front end says why
    }
  }

  /**
   * Reads the request's model.
   *
   * @throws CompileException when it cannot be read, or has what the IR cannot express
   */
  static FrontEndResult read(CompileRequest request) throws CompileException {
    Path file = request.source();
    if (request.model().isPresent() || !request.defines().isEmpty()) {
      throw error(file, "an ONNX file has one model, without parameters");
    }
    try {
      ImportedModel model = OnnxImport.read(file, options(request));
      Weights weights = Weights.of(file.toString(), model.weights());
      return new FrontEndResult(model.graph(), Optional.of(weights), Sha256.of(List.of(file)));
    } catch (UnsupportedModelException e) {
      String reasons = String.join("%n  ".formatted(), e.reasons());
      throw error(file, "the model cannot be compiled%n  %s".formatted(reasons));
    } catch (IOException e) {
      throw error(file, Files.exists(file) ? "cannot be read: " + e : "no such file");
    }
  }

  private static ImportOptions options(CompileRequest request) throws CompileException {
    OnnxSelection selection = request.onnx();
    ImportOptions options = ImportOptions.named(name(request.source()));
    if (selection.output().isPresent()) {
      options = options.withOutput(selection.output().get());
    }
    for (Map.Entry<String, Path> constant : selection.constants().entrySet()) {
      try {
        options = new ConstantFile(constant.getValue()).addTo(options, constant.getKey());
      } catch (IOException e) {
        throw error(constant.getValue(), e.getMessage());
      }
    }
    return options;
  }

  /** The model's name: the file's, as a name of the language and of Java. */
  private static String name(Path file) {
    String name = file.getFileName().toString();
    if (name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
      name = name.substring(0, name.length() - SUFFIX.length());
    }
    String identifier = name.replaceAll("[^A-Za-z0-9_]", "_");
    return SourceVersion.isIdentifier(identifier) ? identifier : "Model_" + identifier;
  }

  private static CompileException error(Path file, String message) {
    return new CompileException(List.of(), "%s: error: %s%n".formatted(file, message));
  }
}
