package io.resnetc.driver;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.Printer;
import io.resnetc.pass.PassFailure;

/** A stage failed on what an earlier stage had accepted: a bug in resnetc. */
public final class CompilerBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String stage;
  private final String ir;

  /**
   * A stage failed on a graph.
   *
   * @param stage what was running, in a few words
   */
  public CompilerBug(String stage, Graph graph, Throwable cause) {
    this(stage, Printer.print(graph), cause);
  }

  CompilerBug(PassFailure failure) {
    this("pass " + failure.pass(), ir(failure), failure.getCause());
  }

  CompilerBug(String stage, String ir, Throwable cause) {
    super("%s failed: %s".formatted(stage, cause), cause);
    this.stage = stage;
    this.ir = ir;
  }

  public String stage() {
    return stage;
  }

  /** What shows the bug, in the IR's text form; empty when no graph was built yet. */
  public String ir() {
    return ir;
  }

  private static String ir(PassFailure failure) {
    return failure.after().isEmpty()
        ? failure.before()
        : failure.before() + "\nand what the pass made of it:\n\n" + failure.after();
  }
}
