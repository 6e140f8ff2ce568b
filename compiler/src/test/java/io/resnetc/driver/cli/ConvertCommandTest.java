package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.checkpoint.PickleBuilder;
import io.resnetc.checkpoint.TorchFile;
import io.resnetc.runtime.weights.DType;
import io.resnetc.runtime.weights.TensorSource;
import io.resnetc.runtime.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConvertCommandTest extends CommandLineTest {
  private Path input;
  private Path output;

  @BeforeEach
  void writeCheckpoint() throws IOException {
    output = folder.resolve("out/converted.safetensors");
    PickleBuilder pickle = new PickleBuilder().orderedDict();
    for (String name : new String[] {"stage_1.0.conv_1", "stage_2.0.conv_1"}) {
      pickle.text("model." + name + ".weight").tensor("FloatStorage", "0", 2);
    }
    pickle.text("model.steps").tensor("LongStorage", "1", 1);
    TorchFile file = TorchFile.of(pickle.end()).floats("0", 1, 70000).storage("1", 1, new byte[8]);
    input = Files.write(folder.resolve("in.pth"), file.zip());
  }

  @Test
  void writesSafetensors() throws IOException {
    Result result = run("convert", input, output);

    assertThat(result.code()).isZero();
    assertThat(result.err().lines())
        .containsExactly(
            input + ": removed the prefix 'model.' of all 3 names",
            input + ": skipped 1 that is no parameter: steps (I64)",
            output + ": 2 tensors");
    assertThat(tensors()).containsOnlyKeys("stage_1.0.conv_1.weight", "stage_2.0.conv_1.weight");
    assertThat(tensors().get("stage_2.0.conv_1.weight").decode().values())
        .containsExactly(1, 70000);
  }

  @Test
  void renames() throws IOException {
    String stages = "stage_*.**=layer*.**";
    String layers = "**.conv_*.weight=**.conv*.weight";

    assertThat(run("convert", input, output, "--map", stages, "--map", layers).code()).isZero();
    assertThat(tensors()).containsOnlyKeys("layer1.0.conv1.weight", "layer2.0.conv1.weight");
    assertThat(run("convert", "--map=" + layers, stages, input, output).code()).isZero();
    assertThat(tensors()).containsOnlyKeys("layer1.0.conv1.weight", "layer2.0.conv1.weight");
    assertThat(run("convert", "--map", layers, stages, input, output).code()).isZero();
    assertThat(tensors()).containsOnlyKeys("layer1.0.conv1.weight", "layer2.0.conv1.weight");
  }

  @Test
  void leavesOutWhatIsDropped() throws IOException {
    assertThat(run("convert", input, output, "--drop", "stage_1.**").code()).isZero();
    assertThat(tensors()).containsOnlyKeys("stage_2.0.conv_1.weight");
  }

  @Test
  void changesTheType() throws IOException {
    assertThat(run("convert", input, output, "--dtype", "bf16").code()).isZero();
    assertThat(tensors().values()).allMatch(tensor -> tensor.dtype() == DType.BF16);
  }

  @Test
  void writesNothingWhereSomethingIsWrong() {
    assertFails("'stage_1.0.conv_1.weight' has 70000.0, which is too large", "--dtype", "f16");
    assertFails("the rule 'x=y' matches no name", "--map", "x=y");
    assertFails("'aux*.**' matches no name", "--drop", "aux*.**");
    assertFails("would both be called 'w'", "--map", "*.*.*.*=w");
    assertFails("'stage' is no renaming rule old=new", "--map", "stage");
    assertThat(run("convert", input, output, "--dtype", "i8").code()).isEqualTo(2);
    assertThat(run("convert", input, output, "--map").code()).isEqualTo(2);
    assertThat(run("convert", input).code()).isEqualTo(2);
  }

  private void assertFails(String message, String... options) {
    Result result = run("convert", input, output, options[0], options[1]);
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains(message);
    assertThat(output).doesNotExist();
  }

  private Map<String, TensorSource> tensors() throws IOException {
    return Weights.read(output).tensors();
  }
}
