package io.resnetc.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.text.IrParser;
import io.resnetc.ir.text.Printer;
import io.resnetc.pass.rule.Rule;
import java.util.List;

/**
 * Says what a pass or a rule does to a graph, in the IR's text form without its first and last
 * line. Every rewrite is also run by the interpreter, before and after.
 */
public final class PassAssert {
  private final Pipeline pipeline;

  private PassAssert(Pass pass) {
    this.pipeline = new Pipeline(List.of(pass));
  }

  public static PassAssert assertThatPass(Pass pass) {
    return new PassAssert(pass);
  }

  /** The rule alone, until it does not fire any more. */
  public static PassAssert assertThatRule(Rule rule) {
    String name = rule.getClass().getSimpleName();
    return new PassAssert(new RulePass(name, "the rule under test", rule));
  }

  /** The pass makes {@code after} of {@code before}, which means the same. */
  public PassAssert rewrites(String before, String after) {
    Graph actual = pipeline.run(graph(before), new InterpreterCheck());
    assertThat(Printer.print(actual)).isEqualTo(Printer.print(graph(after)));
    return this;
  }

  /** The pass finds nothing to do. */
  public PassAssert leaves(String body) {
    Graph graph = graph(body);
    assertThat(Printer.print(pipeline.run(graph))).isEqualTo(Printer.print(graph));
    return this;
  }

  private static Graph graph(String body) {
    return IrParser.parse("graph test {\n" + body + "}\n");
  }
}
