package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.ir.Graph;
import io.resnetc.ir.interpret.Interpreter;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.testing.OnnxRuntime;
import io.resnetc.testing.RecipeWeights;
import io.resnetc.testing.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportCommandTest extends CommandLineTest {
  private static final RecipeWeights RECIPE = new RecipeWeights(3);

  private Graph graph;
  private Map<String, Tensor> tensors;
  private Path output;

  @BeforeEach
  void bindTheModel() {
    graph = FrontEnd.load(model, Optional.empty(), Map.of(), new DiagnosticLog()).orElseThrow();
    tensors = RECIPE.tensors(graph);
    output = folder.resolve("out/tiny.onnx");
  }

  @Test
  void writesAModelThatOnnxRuntimeRuns() throws IOException {
    Result result = export();
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(output + ": Tiny, 7 nodes");
    assertMeansTheModel();
  }

  @Test
  void writesTheOptimisedGraphWhenAsked() throws IOException {
    Result result = export("--optimized");
    assertThat(result.err()).contains(output + ": Tiny, 5 nodes");
    assertMeansTheModel();
  }

  @Test
  void saysWhatIsWrongWithTheWeights() throws IOException {
    tensors.remove("bn1.running_mean");
    tensors.put("extra.bias", tensors.get("fc.bias"));
    Result result = export();
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains("bn1.running_mean", "extra.bias");
    assertThat(output).doesNotExist();
  }

  @Test
  void needsWeightsAndAPlace() {
    assertThat(run("export", model, "-o", output).code()).isEqualTo(2);
    assertThat(run("export", model, "--weights", model).code()).isEqualTo(2);
  }

  private Result export(String... more) throws IOException {
    Path weights = SafetensorsFile.write(folder.resolve("w.safetensors"), tensors);
    return more.length == 0
        ? run("export", model, "--weights", weights, "-o", output)
        : run("export", model, "--weights", weights, "-o", output, more[0]);
  }

  private void assertMeansTheModel() throws IOException {
    float[] images = RECIPE.images(graph, 2);
    double[] expected = Interpreter.output(graph, RECIPE, RecipeWeights.widen(images));
    float[] actual = OnnxRuntime.run(Files.readAllBytes(output), images, 2, 3, 4, 4);
    assertThat(RecipeWeights.widen(actual)).containsExactly(expected, within(1e-5));
  }
}
