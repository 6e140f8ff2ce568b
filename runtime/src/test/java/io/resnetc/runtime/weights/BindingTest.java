package io.resnetc.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a network hears when its parameters and the weights do not match. */
class BindingTest {
  @Test
  void acceptsWeightsThatFit() throws IOException {
    Parameters parameters =
        bind(
            new SafetensorsFile()
                .addCounting("conv.weight", 2, 1, 1, 1)
                .add("bn.weight", List.of(2), 2, 4)
                .add("bn.bias", List.of(2), 1, 1)
                .add("bn.running_mean", List.of(2), 3, 0)
                .add("bn.running_var", List.of(2), 3, 15)
                .add("bn.num_batches_tracked", "I64", List.of(), new byte[8]));

    parameters.tensor("conv.weight", 2, 1, 1, 1);
    BatchNorm bn = parameters.batchNorm("bn", 2, 1);

    parameters.complete();
    assertThat(bn.scale().values()).containsExactly(1, 1);
    assertThat(bn.shift().values()).containsExactly(-2, 1);
  }

  @Test
  void reportsEverythingAtOnce() throws IOException {
    Parameters parameters =
        bind(
            new SafetensorsFile()
                .addCounting("conv1.wieght", 2, 1, 3, 3)
                .addCounting("module.fc.bias", 5)
                .addCounting("fc.weight", 5, 2)
                .addCounting("stray", 7)
                .add("steps", "I64", List.of(1), new byte[8]));

    Tensor missing = parameters.tensor("conv1.weight", 2, 1, 3, 3);
    parameters.tensor("fc.weight", 10, 2);
    parameters.tensor("fc.bias", 5);
    parameters.tensor("conv2.weight", 9);
    parameters.tensor("steps", 1);

    assertThat(missing.values()).containsOnly(0).hasSize(18);
    assertThatThrownBy(parameters::complete)
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            """
            weights: does not fit the network
              3 missing
                conv1.weight [2, 1, 3, 3]; is it 'conv1.wieght'?
                fc.bias [5]; is it 'module.fc.bias'?
                conv2.weight [9]
              2 of another shape or type
                fc.weight: the network needs [10, 2], the file has [5, 2]
                steps: its type is I64, not F32, F16, BF16 or F64
              3 left over: the network does not have them
                conv1.wieght [2, 1, 3, 3]
                module.fc.bias [5]
                stray [7]"""
                .stripIndent());
  }

  @Test
  void reportsOnceWhatIsAskedForTwice() throws IOException {
    Parameters parameters = bind(new SafetensorsFile());

    parameters.batchNorm("bn", 4, 1e-5);
    parameters.batchNorm("bn", 4, 1e-5);

    assertThatThrownBy(parameters::complete).hasMessageContaining("4 missing");
  }

  @Test
  void eachAccountIsFresh() throws IOException {
    Weights weights = weights(new SafetensorsFile().addCounting("w", 1));
    Parameters careless = weights.parameters();
    Parameters careful = weights.parameters();

    careful.tensor("w", 1);

    assertThatCode(careful::complete).doesNotThrowAnyException();
    assertThatThrownBy(careless::complete).hasMessageContaining("1 left over");
  }

  private static Parameters bind(SafetensorsFile file) throws IOException {
    return weights(file).parameters();
  }

  private static Weights weights(SafetensorsFile file) throws IOException {
    return Weights.read(new ByteArrayInputStream(file.bytes()));
  }
}
