package io.resnetc.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.Node;
import io.resnetc.ir.op.BatchNorm;
import io.resnetc.ir.op.Identity;
import io.resnetc.ir.text.Printer;
import io.resnetc.testing.RandomGraphs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole pipeline on graphs that nobody thought of, run before and after each pass. */
class RandomGraphsTest {
  private static final int GRAPHS = 50;

  @ParameterizedTest
  @ValueSource(longs = {0, 1000, 2000, 3000})
  void noPassChangesTheMeaning(long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + GRAPHS; seed++) {
      Pipeline.standard().run(RandomGraphs.source(seed), new InterpreterCheck(seed));
      Pipeline.standard().run(RandomGraphs.optimized(seed), new InterpreterCheck(seed));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1000})
  void everyPassFinishesItsWork(long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + GRAPHS; seed++) {
      Pipeline.standard()
          .run(
              RandomGraphs.source(seed),
              (pass, before, after) -> assertThat(pass.run(after)).isEqualTo(after));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1000})
  void theEndHasNoIdentitiesAndNoBatchNorms(long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + GRAPHS; seed++) {
      Graph graph = Pipeline.standard().run(RandomGraphs.source(seed));
      assertThat(graph.nodes())
          .as(Printer.print(graph))
          .extracting(Node::op)
          .doesNotHaveAnyElementsOfTypes(Identity.class, BatchNorm.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1000})
  void theSameGraphGivesTheSameText(long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + GRAPHS; seed++) {
      assertThat(Printer.print(Pipeline.standard().run(RandomGraphs.source(seed))))
          .isEqualTo(Printer.print(Pipeline.standard().run(RandomGraphs.source(seed))));
    }
  }
}
