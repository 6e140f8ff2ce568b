package io.resnetc.driver;

import io.resnetc.lower.LoweringOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to compile, and into which class.
 *
 * @param source the model's file; diagnostics name it as it is written here
 * @param model the model in that file; may be empty where it has only one
 * @param defines values for the model's parameters, as written in the language
 * @param packageName the generated class's package; empty for none
 * @param className the generated class's name; the model's name when empty
 * @param lowering what is said about the choice of algorithms
 * @param onnx what is said about a model of ONNX
 */
public record CompileRequest(
    Path source,
    Optional<String> model,
    Map<String, String> defines,
    String packageName,
    Optional<String> className,
    LoweringOptions lowering,
    OnnxSelection onnx) {
  public CompileRequest {
    defines = Map.copyOf(defines);
  }

  /** The only model of a file, with its defaults, into a class of its name without a package. */
  public static CompileRequest of(Path source) {
    return of(source, Optional.empty(), Map.of());
  }

  /** A model of a file into a class of its name without a package. */
  public static CompileRequest of(
      Path source, Optional<String> model, Map<String, String> defines) {
    return new CompileRequest(
        source, model, defines, "", Optional.empty(), LoweringOptions.DEFAULT, OnnxSelection.NONE);
  }

  /** Whether a file is a model of ONNX, which brings its own weights. */
  public static boolean isOnnx(Path file) {
    return OnnxFrontEnd.accepts(file);
  }

  public CompileRequest withModel(String name) {
    return new CompileRequest(
        source, Optional.of(name), defines, packageName, className, lowering, onnx);
  }

  public CompileRequest withDefine(String name, String value) {
    Map<String, String> more = new TreeMap<>(defines);
    more.put(name, value);
    return new CompileRequest(source, model, more, packageName, className, lowering, onnx);
  }

  public CompileRequest withPackage(String name) {
    return new CompileRequest(source, model, defines, name, className, lowering, onnx);
  }

  public CompileRequest withClassName(String name) {
    return new CompileRequest(
        source, model, defines, packageName, Optional.of(name), lowering, onnx);
  }

  public CompileRequest withLowering(LoweringOptions options) {
    return new CompileRequest(source, model, defines, packageName, className, options, onnx);
  }

  public CompileRequest withOnnx(OnnxSelection selection) {
    return new CompileRequest(source, model, defines, packageName, className, lowering, selection);
  }
}
