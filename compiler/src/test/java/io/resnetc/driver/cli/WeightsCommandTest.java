package io.resnetc.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.resnetc.checkpoint.PickleBuilder;
import io.resnetc.checkpoint.TorchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WeightsCommandTest extends CommandLineTest {
  @Test
  void listsACheckpoint() throws IOException {
    Path file = checkpoint(tiny().end());

    Result result = run("weights", file);

    assertThat(result.code()).isZero();
    assertThat(result.err().lines())
        .containsExactly(file + ": removed the prefix 'module.' of all 8 names");
    assertThat(result.out().lines())
        .startsWith("conv1.weight             F32  [3, 3, 1, 1]")
        .contains("bn1.num_batches_tracked  I64  []")
        .endsWith("8 tensors, 34 numbers; PyTorch");
  }

  @Test
  void saysThatItFitsAModel() throws IOException {
    Result result = run("weights", checkpoint(tiny().end()), "--model-file", model);

    assertThat(result.code()).isZero();
    assertThat(result.out().lines())
        .contains(
            "fc.weight                F32  [3, 3]        binds",
            "bn1.num_batches_tracked  I64  []            not needed",
            "Tiny: 7 bind, 0 missing, 0 left over, 0 that do not fit");
  }

  @Test
  void saysWhatDoesNotFit() throws IOException {
    PickleBuilder pickle = tiny().text("module.extra").tensor("FloatStorage", "3", 5).end();

    Path wider = write("wider.rn", TINY.replaceAll(", labels = .*\\]", ""));

    Result more = run("weights", checkpoint(pickle), "--model-file", wider, "-D", "classes=4");

    assertThat(more.code()).isOne();
    assertThat(more.out().lines())
        .contains(
            "fc.bias                  F32  [3]           does not fit: the model needs [4]",
            "extra                    F32  [5]           left over",
            "Tiny: 5 bind, 0 missing, 1 left over, 2 that do not fit");
  }

  @Test
  void namesWhatIsNearest() throws IOException {
    Path other = write("other.rn", TINY.replace("fc:", "head.linear:"));

    Result result = run("weights", checkpoint(tiny().end()), "--model-file", other);

    assertThat(result.code()).isOne();
    assertThat(result.out().lines())
        .contains(
            "fc.weight                F32  [3, 3]        left over: is it 'head.linear.weight'?",
            "missing:",
            "  head.linear.weight  [3, 3]  is it 'fc.weight'?",
            "Tiny: 5 bind, 2 missing, 2 left over, 0 that do not fit");
  }

  @Test
  void refusesWhatItDoesNotTrust() throws IOException {
    Path file = checkpoint(new PickleBuilder().global("os", "system"));

    Result result = run("weights", file);

    assertThat(result.code()).isOne();
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("resnetc: " + file + ": PyTorch: refused, because it names 'os.system'.");
  }

  @Test
  void needsAFileThatIsThere() {
    assertThat(run("weights").code()).isEqualTo(2);
    assertThat(run("weights", folder.resolve("none")).err()).contains("none: no such file");
    assertThat(run("weights", model, "--model", "Tiny").code()).isEqualTo(2);
  }

  /** The small model's checkpoint as DataParallel would name it, open for more. */
  private static PickleBuilder tiny() {
    PickleBuilder pickle = new PickleBuilder().orderedDict();
    pickle.text("module.conv1.weight").tensor("FloatStorage", "9", 3, 3, 1, 1);
    for (String name : new String[] {"weight", "bias", "running_mean", "running_var"}) {
      pickle.text("module.bn1." + name).tensor("FloatStorage", "3", 5, 1, dims(3), dims(1));
    }
    long[] scalar = {};
    pickle.text("module.bn1.num_batches_tracked");
    pickle.tensor("LongStorage", "0", 1, 0, scalar, scalar);
    pickle.text("module.fc.weight").tensor("FloatStorage", "9", 3, 3);
    return pickle.text("module.fc.bias").tensor("FloatStorage", "3", 5, 0, dims(3), dims(1));
  }

  private static long[] dims(long dim) {
    return new long[] {dim};
  }

  private Path checkpoint(PickleBuilder pickle) throws IOException {
    byte[] bytes =
        TorchFile.of(pickle)
            .floats("9", 1, 2, 3, 4, 5, 6, 7, 8, 9)
            .floats("3", 1, 2, 3, 4, 5)
            .storage("0", 1, new byte[8])
            .zip();
    return Files.write(folder.resolve("checkpoint.pth"), bytes);
  }
}
