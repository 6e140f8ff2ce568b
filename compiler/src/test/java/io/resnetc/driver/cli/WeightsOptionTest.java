package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.checkpoint.PickleBuilder;
import io.resnetc.checkpoint.TorchFile;
import io.resnetc.driver.npy.NpyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code --weights} where it is not safetensors. */
class WeightsOptionTest extends CommandLineTest {
  private Path sum;
  private Path image;

  @BeforeEach
  void writeModelAndImage() throws IOException {
    sum = write("sum.rn", "model Sum { input x [2, 1, 1]\n x -> flatten -> fc: linear(2) }");
    image = folder.resolve("x.npy");
    try (OutputStream out = Files.newOutputStream(image)) {
      new NpyWriter(out, List.of(1, 2, 1, 1)).write(new float[] {1, 10}, 2);
    }
  }

  @Test
  void runsAndExportsWithPyTorchsFiles() throws IOException {
    for (boolean legacy : new boolean[] {false, true}) {
      TorchFile file = checkpoint();
      Path weights = folder.resolve("checkpoint");
      Files.write(weights, legacy ? file.legacy() : file.zip());

      Result ran = run("run", sum, "--weights", weights, "--input", image);
      Result exported = run("export", sum, "--weights", weights, "-o", folder.resolve("sum.onnx"));

      assertThat(ran.code()).isZero();
      assertThat(ran.out().lines()).element(1).asString().startsWith("  1.0000  1");
      assertThat(ran.err()).contains("checkpoint: removed the prefix 'module.' of all 2 names");
      assertThat(exported.code()).isZero();
      assertThat(exported.err()).contains("removed the prefix 'module.'");
    }
  }

  @Test
  void runsWithWhatItExported() throws IOException {
    Path weights = Files.write(folder.resolve("checkpoint"), checkpoint().zip());
    Path onnx = folder.resolve("sum.onnx");
    run("export", sum, "--weights", weights, "-o", onnx);

    Result result = run("run", sum, "--weights", onnx, "--input", image);

    assertThat(result.out().lines()).element(1).asString().startsWith("  1.0000  1");
  }

  private static TorchFile checkpoint() {
    return TorchFile.of(
            new PickleBuilder()
                .orderedDict()
                .text("module.fc.weight")
                .tensor("FloatStorage", "0", 2, 2)
                .text("module.fc.bias")
                .tensor("FloatStorage", "1", 2)
                .end())
        .floats("0", 1, 2, 3, 4)
        .floats("1", 0, 0);
  }
}
