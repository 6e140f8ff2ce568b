package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.bind.FrontEnd;
import io.resnetc.diag.DiagnosticLog;
import io.resnetc.ir.Graph;
import io.resnetc.onnx.export.OnnxExport;
import io.resnetc.runtime.weights.Tensor;
import io.resnetc.runtime.weights.Weights;
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

/** A model of ONNX, wherever one of the language can stand. */
class ImportCommandTest extends CommandLineTest {
  private static final RecipeWeights RECIPE = new RecipeWeights(3);

  private Graph graph;
  private Map<String, Tensor> tensors;
  private Path onnx;

  @BeforeEach
  void exportTheModel() throws IOException {
    graph = FrontEnd.load(model, Optional.empty(), Map.of(), new DiagnosticLog()).orElseThrow();
    tensors = RECIPE.tensors(graph);
    onnx = folder.resolve("tiny-net.onnx");
    Files.write(onnx, OnnxExport.export(graph, RECIPE).toByteArray());
  }

  @Test
  void writesTheNetworkAndItsWeights() throws IOException {
    Path source = folder.resolve("back.rn");
    Path weights = folder.resolve("back.safetensors");
    Result result = run("import", onnx, "-o", source, "--weights-out", weights);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(Files.readString(source)).startsWith("model tiny_net {\n  input image [");
    assertThat(Weights.read(weights).names()).containsExactlyInAnyOrderElementsOf(tensors.keySet());
    assertThat(run("summary", source).out()).isEqualTo(run("summary", model).out());
  }

  @Test
  void isCompiledWithItsWeightsBeside() throws IOException {
    Path java = folder.resolve("Net.java");
    assertThat(run(onnx, "-o", java).code()).isZero();
    assertThat(Files.readString(java)).contains("class Net ");
    assertThat(Weights.read(folder.resolve("Net.safetensors")).names())
        .containsExactlyInAnyOrderElementsOf(tensors.keySet());
  }

  @Test
  void isSummedUpAndDumped() {
    assertThat(run("summary", onnx).out()).isEqualTo(run("summary", model).out());
    assertThat(run("dump", onnx, "--after", "built").out()).startsWith("graph tiny_net {");
  }

  @Test
  void isExportedWithItsOwnWeights() throws IOException {
    Path again = folder.resolve("again.onnx");
    assertThat(run("export", onnx, "-o", again).err()).contains(again + ": tiny_net, 7 nodes");
    float[] images = RECIPE.images(graph, 1);
    assertThat(OnnxRuntime.run(Files.readAllBytes(again), images, 1, 3, 4, 4))
        .isEqualTo(OnnxRuntime.run(Files.readAllBytes(onnx), images, 1, 3, 4, 4));
  }

  @Test
  void isComparedWithACheckpoint() throws IOException {
    Path weights = SafetensorsFile.write(folder.resolve("w.safetensors"), tensors);
    assertThat(run("weights", weights, "--model-file", onnx).code()).isZero();
    tensors.remove("fc.bias");
    SafetensorsFile.write(weights, tensors);
    Result result = run("weights", weights, "--model-file", onnx);
    assertThat(result.code()).isOne();
    assertThat(result.out()).contains("fc.bias");
  }

  @Test
  void hasNoModelsToChooseFrom() {
    Result result = run("summary", onnx, "--model", "Tiny");
    assertThat(result.code()).isOne();
    assertThat(result.err())
        .isEqualTo(onnx + ": error: an ONNX file has one model, without parameters\n");
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Result other = run("import", model, "-o", folder.resolve("back.rn"));
    assertThat(other.err()).contains(model + ": is not a model of ONNX");
    Files.write(onnx, new byte[] {8, 7, 99});
    Result broken = run("import", onnx, "-o", folder.resolve("back.rn"));
    assertThat(broken.code()).isOne();
    assertThat(broken.err()).contains("not a valid ONNX model");
    assertThat(folder.resolve("back.rn")).doesNotExist();
  }
}
