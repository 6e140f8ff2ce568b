package io.resnetc.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.pass.Pipeline;
import io.resnetc.runtime.Network;
import io.resnetc.testing.GeneratedNetwork;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of other families against PyTorch's logits, where those are at hand. */
class ZooLogitsTest {
  /** Of the largest logit, in single precision. */
  private static final double TOLERANCE = 2e-5;

  /** Of the largest logit, in double precision. */
  private static final double INTERPRETER = 1e-9;

  /** A case of the shared file; {@code model} begins with its collection. */
  record Case(String model, long seed, List<double[]> logits) {
    Graph graph() {
      String name = model.substring(model.indexOf('/') + 1);
      String file = name.equals("resnext50_32x4d") ? "resnet-imagenet.rn" : "zoo.rn";
      return Samples.graph(file, name, Map.of());
    }

    /** How far a number may be from PyTorch's. */
    double tolerance(double relative) {
      return relative * DoubleStream.of(expected()).map(Math::abs).max().orElseThrow();
    }

    double[] expected() {
      return logits.get(0);
    }

    @Override
    public String toString() {
      return model;
    }
  }

  static List<Case> cases() throws IOException {
    Path file = Path.of(System.getProperty("resnetc.shared")).resolve("zoo/goldens.json");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    return List.of(new Gson().fromJson(Files.readString(file), Case[].class));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatedClassesAgreeWithPyTorch(Case golden) {
    Graph graph = Pipeline.standard().run(golden.graph());
    RecipeWeights recipe = new RecipeWeights(golden.seed());
    Network network = GeneratedNetwork.load(graph, recipe.tensors(graph));
    double[] actual = RecipeWeights.widen(network.run(recipe.images(graph, 1)));
    assertThat(actual).containsExactly(golden.expected(), within(golden.tolerance(TOLERANCE)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theInterpreterAgreesWithPyTorch(Case golden) {
    Graph graph = golden.graph();
    RecipeWeights recipe = new RecipeWeights(golden.seed());
    double[] images = RecipeWeights.widen(recipe.images(graph, 1));
    assertThat(Interpreter.output(graph, recipe, images))
        .containsExactly(golden.expected(), within(golden.tolerance(INTERPRETER)));
  }
}
