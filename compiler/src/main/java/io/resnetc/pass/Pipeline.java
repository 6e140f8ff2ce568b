package io.resnetc.pass;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.Printer;
import io.resnetc.ir.verify.InvalidGraphException;
import io.resnetc.ir.verify.Verifier;
import java.util.List;

/**
 * Runs passes one after the other and verifies the graph after each.
 *
 * @param passes in the order in which they run
 */
public record Pipeline(List<Pass> passes) {
  public Pipeline {
    passes = List.copyOf(passes);
  }

  /** The compiler's pipeline. */
  public static Pipeline standard() {
    return new Pipeline(Passes.ALL);
  }

  /** The same without the passes of a kind. */
  public Pipeline without(Class<? extends Pass> kind) {
    return new Pipeline(passes.stream().filter(pass -> !kind.isInstance(pass)).toList());
  }

  public Graph run(Graph graph) {
    return run(graph, PassObserver.NONE);
  }

  /**
   * Returns the graph after the last pass.
   *
   * @param observer is told of every pass; what it throws ends the run
   * @throws PassFailure when a pass fails or makes a graph that breaks the IR's invariants
   */
  public Graph run(Graph graph, PassObserver observer) {
    Graph current = graph;
    for (Pass pass : passes) {
      observer.before(pass, current);
      Graph next = attempt(pass, current);
      observer.after(pass, current, next);
      current = next;
    }
    return current;
  }

  private static Graph attempt(Pass pass, Graph before) {
    Graph after;
    try {
      after = pass.run(before);
    } catch (RuntimeException e) {
      // Whatever a pass throws, the report needs the graph that made it throw.
      throw new PassFailure(pass.name(), e.toString(), Printer.print(before), "", e);
    }
    try {
      Verifier.verify(after);
    } catch (InvalidGraphException e) {
      throw new PassFailure(
          pass.name(), e.getMessage(), Printer.print(before), Printer.print(after), e);
    }
    return after;
  }
}
