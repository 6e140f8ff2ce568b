package io.resnetc.checkpoint;

import io.resnetc.checkpoint.onnx.OnnxInitializers;
import io.resnetc.checkpoint.torch.LegacyFormat;
import io.resnetc.checkpoint.torch.TorchCheckpoint;
import io.resnetc.checkpoint.torch.ZipFormat;
import io.resnetc.diag.Printable;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.runtime.weights.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file of trained parameters, of any kind.
 *
 * @param source what to call the file in messages
 * @param tensors by name, in the file's order
 * @param notes what was done to the file's contents that its user should know
 */
public record Checkpoint(
    String source, Kind kind, Map<String, TensorSource> tensors, List<String> notes) {
  private static final int MAX_NAMED = 5;

  /** What the safetensors format keeps for itself. */
  private static final String METADATA = "__metadata__";

  public Checkpoint {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    notes = List.copyOf(notes);
  }

  /**
   * Reads a file, its names as they are.
   *
   * @throws WeightsException when it is of no known kind, malformed or refused
   * @throws IOException when it cannot be read
   */
  public static Checkpoint read(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(Kind.HEAD_BYTES);
    }
    Kind kind = Kind.of(head).orElseThrow(() -> new WeightsException(unknown(file, head)));
    if (kind == Kind.SAFETENSORS) {
      Weights weights = Weights.read(file);
      return new Checkpoint(file.toString(), kind, weights.tensors(), List.of()).checked();
    }
    try {
      return read(file, kind).checked();
    } catch (WeightsException e) {
      throw new WeightsException("%s: %s: %s".formatted(file, kind, e.getMessage()));
    }
  }

  /** Names end up on terminals and in other files, so they have to be what names can be. */
  private Checkpoint checked() {
    for (String name : tensors.keySet()) {
      if (name.equals(METADATA) || !Printable.of(name).equals(name)) {
        throw new WeightsException("'%s' is no name".formatted(Printable.of(name)));
      }
    }
    return this;
  }

  private static Checkpoint read(Path file, Kind kind) throws IOException {
    if (kind == Kind.ONNX) {
      return new Checkpoint(file.toString(), kind, OnnxInitializers.read(file), List.of())
          .withoutOtherTypes();
    }
    TorchCheckpoint torch = kind == Kind.TORCH_ZIP ? ZipFormat.read(file) : LegacyFormat.read(file);
    return new Checkpoint(file.toString(), kind, torch.tensors(), notes(torch));
  }

  private static List<String> notes(TorchCheckpoint torch) {
    List<String> notes = new ArrayList<>();
    if (!torch.path().isEmpty()) {
      notes.add("took the tensors of '%s'".formatted(Printable.of(torch.path())));
    }
    skipped(torch.others(), "tensor").ifPresent(notes::add);
    return notes;
  }

  private static String unknown(Path file, byte[] head) {
    return head.length == 0
        ? file + ": the file is empty"
        : "%s: neither safetensors nor PyTorch nor ONNX: it begins with the bytes %s"
            .formatted(file, HexFormat.ofDelimiter(" ").formatHex(head));
  }

  /**
   * The same tensors without the prefixes that training scripts put before a model's names, such as
   * {@code module.}; each that was removed is noted.
   *
   * @param wanted names that keep a prefix in use; may be empty
   */
  public Checkpoint withoutCommonPrefixes(Collection<String> wanted) {
    Checkpoint result = this;
    for (var prefix = CommonPrefix.of(tensors.keySet(), wanted);
        prefix.isPresent();
        prefix = CommonPrefix.of(result.tensors.keySet(), wanted)) {
      result = result.withoutPrefix(prefix.get());
    }
    return result;
  }

  /**
   * The same without what cannot be weights: the whole numbers (counters, shapes, indices) that
   * PyTorch and ONNX keep among them; noted, if there were any.
   */
  public Checkpoint withoutOtherTypes() {
    Map<String, TensorSource> parameters = new LinkedHashMap<>(tensors);
    parameters.values().removeIf(tensor -> !tensor.dtype().decodable());
    List<String> others =
        tensors.keySet().stream()
            .filter(name -> !parameters.containsKey(name))
            .map(name -> "%s (%s)".formatted(name, tensors.get(name).dtype()))
            .toList();
    return skipped(others, "parameter")
        .map(note -> new Checkpoint(source, kind, parameters, appended(note)))
        .orElse(this);
  }

  private Checkpoint withoutPrefix(String prefix) {
    Map<String, TensorSource> shorter = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shorter.put(name.substring(prefix.length()), tensor));
    return new Checkpoint(
        source,
        kind,
        shorter,
        appended("removed the prefix '%s' of all %d names".formatted(prefix, shorter.size())));
  }

  /**
   * The same tensors under other names.
   *
   * @throws WeightsException when two would have the same name, or a rule matches none
   */
  public Checkpoint renamed(Renaming renaming) {
    Map<String, TensorSource> result = new LinkedHashMap<>();
    renaming
        .of(tensors.keySet())
        .forEach((before, after) -> result.put(after, tensors.get(before)));
    return new Checkpoint(source, kind, result, notes);
  }

  /**
   * Leaves out the tensors whose names have one of the forms, where {@code *} and {@code **} stand
   * for what they stand for in {@link Renaming}.
   *
   * @throws WeightsException when a form fits no name
   */
  public Checkpoint without(List<String> forms) {
    Map<String, TensorSource> rest = new LinkedHashMap<>(tensors);
    for (String form : forms) {
      NamePattern pattern = new NamePattern(form);
      if (!rest.keySet().removeIf(name -> pattern.match(name).isPresent())) {
        throw new WeightsException("'%s' matches no name".formatted(form));
      }
    }
    return new Checkpoint(source, kind, rest, notes);
  }

  /** The tensors as what a generated class binds its parameters to. */
  public Weights weights() {
    return Weights.of(source, tensors);
  }

  private static Optional<String> skipped(List<String> names, String what) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String some =
        names.stream().limit(MAX_NAMED).map(Printable::of).collect(Collectors.joining(", "));
    return Optional.of(
        "skipped %d that %s: %s%s"
            .formatted(
                names.size(),
                names.size() == 1 ? "is no " + what : "are no " + what + "s",
                some,
                names.size() > MAX_NAMED ? ", ..." : ""));
  }

  private List<String> appended(String note) {
    List<String> result = new ArrayList<>(notes);
    result.add(note);
    return result;
  }
}
