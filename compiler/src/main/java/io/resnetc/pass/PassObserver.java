package io.resnetc.pass;

import io.resnetc.ir.Graph;

/** Sees the graph around each pass: what dumps, timings and checks are built on. */
@FunctionalInterface
public interface PassObserver {
  PassObserver NONE = (pass, before, after) -> {};

  /** Called before {@code pass} runs. */
  default void before(Pass pass, Graph graph) {}

  /** Called when {@code pass} has run and its result has been verified. */
  void after(Pass pass, Graph before, Graph after);

  /** Both observers, this one first. */
  default PassObserver and(PassObserver next) {
    PassObserver first = this;
    return new PassObserver() {
      @Override
      public void before(Pass pass, Graph graph) {
        first.before(pass, graph);
        next.before(pass, graph);
      }

      @Override
      public void after(Pass pass, Graph before, Graph after) {
        first.after(pass, before, after);
        next.after(pass, before, after);
      }
    };
  }
}
