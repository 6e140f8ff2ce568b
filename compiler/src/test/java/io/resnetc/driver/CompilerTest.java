package io.resnetc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.resnetc.lower.Algorithm;
import io.resnetc.lower.LoweringOptions;
import io.resnetc.lower.Numerics;
import io.resnetc.runtime.Network;
import io.resnetc.runtime.weights.Weights;
import io.resnetc.runtime.weights.WeightsException;
import io.resnetc.testing.RecipeWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerTest {
  private static final String BLOCKS = "block Act() { return input -> relu }\n";
  private static final String MODELS =
      """
      import "blocks.rn"
      model Net(width = 2) {
        input x [3, 4, 4]
        x -> conv1: conv(width, kernel = 3) -> bn1: batch_norm -> Act() -> flatten -> fc: linear(2)
      }
      """;

  @TempDir Path folder;

  @Test
  void takesAModelThroughEveryStage() throws Exception {
    CompileRequest request = request(MODELS).withPackage("a.b").withDefine("width", "5");
    Compilation compilation = new Compiler().compile(request);
    assertThat(compilation.snapshots()).first().extracting(Snapshot::after).isEqualTo("built");
    assertThat(compilation.qualifiedName()).isEqualTo("a.b.Net");
    assertThat(compilation.relativePath()).isEqualTo("a/b/Net.java");
    assertThat(compilation.bill().layers()).hasSameSizeAs(compilation.program().steps());
    assertThat(compilation.javaSource()).contains("package a.b;", "public final class Net ");
  }

  @Test
  void loadsTheGeneratedClass() throws Exception {
    Compilation compilation = new Compiler().compile(request(MODELS));
    Weights weights =
        Weights.of(new RecipeWeights(1).tensors(compilation.snapshots().get(0).graph()));
    Network network = compilation.load(weights);
    assertThat(network.run(new float[48])).hasSize(2);
    assertThatThrownBy(() -> compilation.load(Weights.of(Map.of())))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("conv1.weight")
        .hasMessageContaining("fc.bias");
  }

  @Test
  void namesTheSourceByTheDigestOfAllItsFiles() throws Exception {
    String java = new Compiler().compile(request(MODELS)).javaSource();
    byte[] all = (BLOCKS + MODELS).getBytes();
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    assertThat(java).contains(digest);
  }

  @Test
  void anotherNameForTheClassChangesNothingElse() throws Exception {
    Compiler compiler = new Compiler();
    String one = compiler.compile(request(MODELS)).javaSource();
    String other = compiler.compile(request(MODELS).withClassName("Other")).javaSource();
    assertThat(other).contains("class Other extends Network").contains("network Net");
    assertThat(other.length()).isGreaterThan(one.length());
  }

  @Test
  void joinsNoConvolutionsWhereAlgorithmsAreAskedFor() throws Exception {
    CompileRequest request =
        request(
            """
            model Net {
              input x [128, 2, 2]
              left = x -> a: conv(64, kernel = 1)
              right = x -> b: conv(64, kernel = 1)
              return left + right
            }
            """);
    LoweringOptions forced = new LoweringOptions(Numerics.FAST, 1, Map.of("a", Algorithm.STRASSEN));
    assertThat(new Compiler().compile(request).bill().layers())
        .extracting(LayerCost::path)
        .containsExactly("x", "-", "a+b");
    assertThat(new Compiler().compile(request.withLowering(forced)).bill().layers())
        .extracting(LayerCost::path)
        .containsExactly("x", "a", "b");
    LoweringOptions joined =
        new LoweringOptions(Numerics.FAST, 1, Map.of("a+b", Algorithm.STRASSEN));
    assertThatThrownBy(() -> new Compiler().compile(request.withLowering(joined)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining(
            "no convolution is called so; where one is asked for, none are joined");
  }

  @Test
  void aModelNamedLikeAKeywordStillCompiles() throws Exception {
    Compilation compilation =
        new Compiler().compile(request(MODELS.replace("model Net", "model native")));
    assertThat(compilation.className()).isEqualTo("native_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c",
        "p",
        "INFO",
        "V0",
        "weights",
        "network",
        "Conv2d",
        "Window",
        "View",
        "io",
        "java",
        "forward",
        "load",
        "run",
        "wait",
        "for",
        "Net",
        "a_b.c",
        "conv2d_1",
        "Operator"
      })
  void noLabelMeetsAnotherNameOfTheClass(String label) throws Exception {
    assertRuns(label, "other");
    assertRuns("other", label);
  }

  private void assertRuns(String convolution, String block) throws Exception {
    String model =
        """
        block Deep() {
          return input -> CONV: conv(3, kernel = 1) -> relu
        }
        model Net() {
          input x [3, 4, 4]
          x -> CONV: conv(3, kernel = 1) -> BLOCK: Deep() -> avg_pool(2) -> flatten
        }
        """;
    CompileRequest request = request(model.replace("CONV", convolution).replace("BLOCK", block));
    assertThat(run(new Compiler().compile(request))).hasSize(12);
  }

  private static float[] run(Compilation compilation) throws NoJavaCompilerException {
    Weights weights =
        Weights.of(new RecipeWeights(1).tensors(compilation.snapshots().get(0).graph()));
    return compilation.load(weights).run(new float[48]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Network", "Context", "Conv2d", "Window", "String", "Weights", "Net"})
  void theClassMayBeNamedLikeAnyOther(String name) throws Exception {
    CompileRequest request = request(MODELS).withClassName(name);
    assertThat(run(new Compiler().compile(request))).hasSize(2);
  }

  @Test
  void carriesAllDiagnostics() throws Exception {
    CompileRequest request = request(MODELS.replace("flatten", "flaten").replace("Act", "Akt"));
    CompileException e =
        catchThrowableOfType(CompileException.class, () -> new Compiler().compile(request));
    assertThat(e.diagnostics()).hasSize(2);
    assertThat(e).hasMessageContaining("'flaten'").hasMessageContaining("'Akt'");
  }

  @Test
  void saysThatTheArenaWouldBeTooLarge() throws Exception {
    String huge =
        """
        model Huge {
          input x [1, 30000, 30000]
          x -> a: conv(2, kernel = 1) -> b: conv(2, kernel = 1) -> global_avg_pool -> flatten
        }
        """;
    assertThatThrownBy(() -> new Compiler().compile(request(huge)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("error: the network needs an arena of");
  }

  private CompileRequest request(String models) throws IOException {
    Files.writeString(folder.resolve("blocks.rn"), BLOCKS);
    return CompileRequest.of(Files.writeString(folder.resolve("net.rn"), models));
  }
}
