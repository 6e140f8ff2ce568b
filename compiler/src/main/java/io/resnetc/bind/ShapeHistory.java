package io.resnetc.bind;

import io.resnetc.diag.Note;
import java.util.ArrayList;
import java.util.List;

/** Tells how a value came to have its shape. */
record ShapeHistory(List<Assembly.Made> made) {
  /** Older ancestors seldom matter. */
  private static final int STEPS = 3;

  /** Notes on who made value {@code id}, and on the operators before that changed the shape. */
  List<Note> of(String what, int id) {
    List<Note> notes = new ArrayList<>();
    Assembly.Made value = made.get(id);
    notes.add(Note.at(value.span(), what + " is " + value.shape() + ", from " + maker(value)));
    while (notes.size() < STEPS && !value.operands().isEmpty()) {
      Assembly.Made before = made.get(value.operands().get(0));
      if (!before.shape().equals(value.shape()) && notes.size() < STEPS) {
        notes.add(
            Note.at(
                value.span(),
                "%s makes %s of %s".formatted(maker(value), value.shape(), before.shape())));
      }
      value = before;
    }
    return notes;
  }

  private static String maker(Assembly.Made value) {
    String path = value.origin().path();
    return value.operands().isEmpty()
        ? "the model's input"
        : path.isEmpty() ? value.op().name() : "'%s' (%s)".formatted(path, value.op().name());
  }
}
