package io.resnetc.maven;

import io.resnetc.driver.Version;
import io.resnetc.lower.LoweringOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * What to generate, from where to where.
 *
 * @param sourceDirectory holds the models' files
 * @param outputDirectory receives the classes, in folders by package
 * @param ledgerFile the record of the last run with these settings' goal
 * @param dumpDirectory receives the dumps, a folder a class
 * @param packageName the classes' package; empty for none
 * @param models what to compile; every model that needs no values when empty
 * @param lowering what is said about the choice of algorithms
 * @param dumpIr whether to write the graph after every pass
 */
record Settings(
    Path sourceDirectory,
    Path outputDirectory,
    Path ledgerFile,
    Path dumpDirectory,
    String packageName,
    List<ModelSelection> models,
    LoweringOptions lowering,
    boolean dumpIr) {
  Settings {
    models = List.copyOf(models);
  }

  /** A digest of all that decides the output besides the input files. */
  String fingerprint() {
    return Digests.sha256(Version.TEXT + " " + this);
  }
}
