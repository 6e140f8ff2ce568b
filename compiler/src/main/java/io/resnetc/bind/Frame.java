package io.resnetc.bind;

import io.resnetc.diag.Note;
import io.resnetc.diag.Span;
import io.resnetc.ir.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An instance of a block, or the model itself, while its body is expanded.
 *
 * @param path the module path of the instance, empty for the model
 * @param block the block's name, empty for the model
 * @param call the step that made the instance
 * @param caller the instance whose body holds that step; empty for the model
 */
record Frame(
    String path, String block, Scope<Value> scope, Span call, Optional<Frame> caller, int depth) {

  /** A longer trail says nothing more. */
  private static final int TRAIL = 8;

  static Frame model(Scope<Value> scope, Span span) {
    return new Frame("", "", scope, span, Optional.empty(), 0);
  }

  Frame block(String path, String block, Scope<Value> scope, Span call) {
    return new Frame(path, block, scope, call, Optional.of(this), depth + 1);
  }

  /** The same instance inside a branch, which has names of its own. */
  Frame branch() {
    return new Frame(path, block, scope.inner(), call, caller, depth);
  }

  /** A sequence in this instance, which adds {@code label} to the path, or nothing. */
  Frame sequence(String label, Span span) {
    return label.isEmpty()
        ? branch()
        : new Frame(path(label), "sequence", scope.inner(), span, Optional.of(this), depth);
  }

  Origin origin(String label, Span span) {
    return new Origin(path, block, label, span.place());
  }

  /** How the expansion came here, innermost first. */
  List<Note> trail() {
    List<Note> notes = new ArrayList<>();
    for (Frame frame = this; frame.caller.isPresent(); frame = frame.caller.get()) {
      if (notes.size() == TRAIL) {
        notes.add(Note.of("and %d more".formatted(frame.depth)));
        break;
      }
      String instance =
          frame.path.isEmpty() ? frame.block : "%s (%s)".formatted(frame.path, frame.block);
      Note note = Note.at(frame.call, "in " + instance + ", called from here");
      // A recursion comes through one place again and again.
      if (!notes.contains(note)) {
        notes.add(note);
      }
    }
    return notes;
  }

  /** The module path of what this instance calls {@code label}. */
  String path(String label) {
    return path.isEmpty() ? label : label.isEmpty() ? path : path + "." + label;
  }
}
