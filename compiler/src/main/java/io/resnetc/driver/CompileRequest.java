package io.resnetc.driver;

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
 */
public record CompileRequest(
    Path source,
    Optional<String> model,
    Map<String, String> defines,
    String packageName,
    Optional<String> className) {
  public CompileRequest {
    defines = Map.copyOf(defines);
  }

  /** The only model of a file, with its defaults, into a class of its name without a package. */
  public static CompileRequest of(Path source) {
    return new CompileRequest(source, Optional.empty(), Map.of(), "", Optional.empty());
  }

  public CompileRequest withModel(String name) {
    return new CompileRequest(source, Optional.of(name), defines, packageName, className);
  }

  public CompileRequest withDefine(String name, String value) {
    Map<String, String> more = new TreeMap<>(defines);
    more.put(name, value);
    return new CompileRequest(source, model, more, packageName, className);
  }

  public CompileRequest withPackage(String name) {
    return new CompileRequest(source, model, defines, name, className);
  }

  public CompileRequest withClassName(String name) {
    return new CompileRequest(source, model, defines, packageName, Optional.of(name));
  }
}
