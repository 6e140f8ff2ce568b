package io.resnetc.maven;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One {@code <model>} of the plugin's configuration: a model, and the class to make of it. A bean,
 * as Maven fills it in by its fields' names.
 */
public final class ModelSelection {
  /** The file's name in the source directory; needed only where several files have the model. */
  private String file;

  /** The model's name. */
  private String name;

  /** The class's name; the model's when absent. */
  private String className;

  /** Values for the model's parameters, by name. */
  private Map<String, String> defines = new TreeMap<>();

  /** For Maven. */
  public ModelSelection() {}

  ModelSelection(String name) {
    this.name = name;
  }

  ModelSelection in(String newFile) {
    file = newFile;
    return this;
  }

  ModelSelection as(String newClassName) {
    className = newClassName;
    return this;
  }

  ModelSelection with(String parameter, String value) {
    defines.put(parameter, value);
    return this;
  }

  Optional<String> file() {
    return Optional.ofNullable(file);
  }

  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  Optional<String> className() {
    return Optional.ofNullable(className);
  }

  Map<String, String> defines() {
    return defines;
  }

  /** All that was configured, for comparison with another run's. */
  @Override
  public String toString() {
    return "%s %s %s %s".formatted(file, name, className, new TreeMap<>(defines));
  }
}
