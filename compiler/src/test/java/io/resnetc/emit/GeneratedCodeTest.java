package io.resnetc.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Context;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.Parallelism;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RandomGraphs;
import io.resnetc.testing.RecipeWeights;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated classes against the interpreter, on random graphs. */
class GeneratedCodeTest {
  private static final int BATCH = 9;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void computesWhatTheSourceMeans(long seed) {
    Graph source = RandomGraphs.source(seed);
    check(source, Pipeline.standard().run(source), seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void computesWhatAGraphMeansThatNoPassHasSeen(long seed) {
    Graph source = RandomGraphs.source(seed);
    check(source, source, seed);
  }

  /** Shares and batches must not change a bit. */
  private static void check(Graph source, Graph compiled, long seed) {
    RecipeWeights recipe = new RecipeWeights(seed);
    float[] images = recipe.images(source, BATCH);
    Network network = GeneratedNetwork.load(compiled, recipe.tensors(compiled));

    float[] actual = network.run(images);

    double[] expected = Interpreter.output(source, recipe, RecipeWeights.widen(images));
    assertClose(actual, expected);
    assertThat(onThreeShares(network, images)).isEqualTo(actual);
    assertThat(oneByOne(network, images)).isEqualTo(actual);
  }

  private static void assertClose(float[] actual, double[] expected) {
    double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("element %d: %s for %s", i, actual[i], expected[i])
          .isLessThanOrEqualTo(2e-5 * largest);
    }
  }

  private static float[] onThreeShares(Network network, float[] images) {
    Parallelism threeInTurn =
        new Parallelism() {
          @Override
          public int degree() {
            return 3;
          }

          @Override
          public void run(int parts, Body body) {
            // Backwards, since no share may need another one's result.
            for (int part = parts - 1; part >= 0; part--) {
              body.run(part, parts);
            }
          }
        };
    float[] output = new float[BATCH * network.info().outputElements()];
    network.run(network.newContext(threeInTurn), images, BATCH, output);
    return output;
  }

  private static float[] oneByOne(Network network, float[] images) {
    int in = network.info().inputElements();
    int out = network.info().outputElements();
    Context context = network.newContext();
    float[] output = new float[BATCH * out];
    for (int n = 0; n < BATCH; n++) {
      float[] one = new float[out];
      network.run(context, Arrays.copyOfRange(images, n * in, (n + 1) * in), 1, one);
      System.arraycopy(one, 0, output, n * out, out);
    }
    return output;
  }
}
