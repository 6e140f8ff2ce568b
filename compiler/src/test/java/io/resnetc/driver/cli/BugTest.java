package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.driver.Compiler;
import io.resnetc.driver.Version;
import io.resnetc.ir.Graph;
import io.resnetc.pass.Pass;
import io.resnetc.pass.Pipeline;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BugTest extends CommandLineTest {
  @Test
  void aPassThatFailsShowsTheGraphItWasGiven() {
    Result result =
        runWith(
            graph -> {
              throw new IllegalStateException("boom");
            });
    assertThat(result.err())
        .startsWith("resnetc: internal error: pass broken: java.lang.IllegalStateException: boom")
        .contains("at io.resnetc.driver.cli.BugTest.")
        .contains(
            "Please report it", "resnetc " + Version.TEXT, "Java " + Runtime.version().feature())
        .contains("graph Tiny {")
        .doesNotContain("\tat ");
  }

  @Test
  void aPassThatMakesAnInvalidGraphShowsBoth() {
    Result result =
        runWith(graph -> new Graph("Broken", graph.nodes().subList(0, 1), graph.output()));
    assertThat(result.err()).contains("pass broken", "graph Tiny {", "graph Broken {");
  }

  @Test
  void anErrorOfTheVirtualMachineIsABugToo() {
    Result result =
        runWith(
            graph -> {
              throw new NoClassDefFoundError("x");
            });
    assertThat(result.err()).contains("NoClassDefFoundError: x", "Please report it");
  }

  @Test
  void tooLittleMemoryIsNot() {
    Compiler compiler =
        compilerWith(
            graph -> {
              throw new OutOfMemoryError("Java heap space");
            });
    Result result = run(compiler, model, "-o", folder);
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains("not enough memory", "RESNETC_JAVA_OPTS=-Xmx");
  }

  private static Compiler compilerWith(UnaryOperator<Graph> change) {
    return new Compiler(new Pipeline(List.of(new Broken(change))));
  }

  private Result runWith(UnaryOperator<Graph> change) {
    Result result = run(compilerWith(change), model, "-o", folder);
    assertThat(result.code()).isEqualTo(70);
    assertThat(result.out()).isEmpty();
    assertThat(folder.resolve("Tiny.java")).doesNotExist();
    return result;
  }

  private record Broken(UnaryOperator<Graph> change) implements Pass {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String purpose() {
      return "be wrong";
    }

    @Override
    public Graph run(Graph graph) {
      return change.apply(graph);
    }
  }
}
