package io.resnetc.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The record of a run: what it read and wrote, with digests. While all of it is still so, running
 * again would change nothing.
 *
 * @param settings {@link Settings#fingerprint}
 * @param inputs every file that was read, and its digest
 * @param outputs every class that was written, and its digest
 */
record Ledger(String settings, Map<Path, String> inputs, Map<Path, String> outputs) {
  private static final String SETTINGS = "settings";
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  static Ledger of(String settings, Collection<Path> inputs, Collection<Path> outputs)
      throws IOException {
    return new Ledger(settings, digests(inputs), digests(outputs));
  }

  /** Whether the settings, the files that were read and the classes are all as recorded. */
  boolean isCurrent(String currentSettings, Collection<Path> present) throws IOException {
    return settings.equals(currentSettings)
        && inputs.keySet().containsAll(present)
        && digests(inputs.keySet()).equals(inputs)
        && digests(outputs.keySet()).equals(outputs);
  }

  /** The record that {@link #write} wrote; empty when there is none that can be read. */
  static Optional<Ledger> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String settings = "";
    Map<Path, String> inputs = new TreeMap<>();
    Map<Path, String> outputs = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(" ", 3);
      switch (fields.length == 3 ? fields[0] : "") {
        case SETTINGS -> settings = fields[1];
        case INPUT -> inputs.put(Path.of(fields[2]), fields[1]);
        case OUTPUT -> outputs.put(Path.of(fields[2]), fields[1]);
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Ledger(settings, inputs, outputs));
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("%s %s -".formatted(SETTINGS, settings));
    inputs.forEach((path, digest) -> lines.add("%s %s %s".formatted(INPUT, digest, path)));
    outputs.forEach((path, digest) -> lines.add("%s %s %s".formatted(OUTPUT, digest, path)));
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static Map<Path, String> digests(Collection<Path> files) throws IOException {
    Map<Path, String> result = new TreeMap<>();
    for (Path file : Set.copyOf(files)) {
      result.put(file, Digests.sha256(file));
    }
    return result;
  }
}
