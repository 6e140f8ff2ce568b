package io.resnetc.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.resnetc.ir.Graph;
import io.resnetc.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The choice of an algorithm for each convolution. */
class ConvolutionAlgorithmsTest {
  private static final LoweringOptions FAST = new LoweringOptions(Numerics.FAST, 1, Map.of());

  private final Graph graph = Samples.graph("resnet.rn", "ResNet18", Map.of());

  @Test
  void strictNumericsHaveNoWinograd() {
    LoweringOptions strict = new LoweringOptions(Numerics.STRICT, 1, Map.of());
    assertThat(algorithms(strict)).doesNotContain(Algorithm.WINOGRAD_2, Algorithm.WINOGRAD_4);
  }

  @Test
  void largeMapsAreComputedByWinogradsAlgorithm() {
    assertThat(algorithm("layer1.0.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_4);
  }

  @Test
  void threeChannelsAreNotWorthATransformation() {
    assertThat(algorithm("conv1", FAST)).isEqualTo(Algorithm.DIRECT);
  }

  @Test
  void smallMapsAreWorthATransformationInBatches() {
    assertThat(algorithm("layer3.1.conv1", FAST)).isEqualTo(Algorithm.WINOGRAD_2);
    assertThat(algorithm("layer3.1.conv1", FAST.withBatch(8))).isEqualTo(Algorithm.WINOGRAD_4);
    assertThat(algorithms(FAST.withBatch(1000))).isEqualTo(algorithms(FAST.withBatch(8)));
  }

  @Test
  void aLayersOwnChoiceComesBeforeThatOfAll() {
    LoweringOptions forced =
        new LoweringOptions(
            Numerics.STRICT,
            1,
            Map.of("", Algorithm.WINOGRAD_2, "layer1.0.conv1", Algorithm.DIRECT));
    assertThat(algorithm("layer1.0.conv1", forced)).isEqualTo(Algorithm.DIRECT);
    assertThat(algorithm("layer1.0.conv2", forced)).isEqualTo(Algorithm.WINOGRAD_2);
    assertThat(algorithm("layer2.0.conv1", forced)).isEqualTo(Algorithm.DIRECT);
  }

  @Test
  void whatALayerCannotDoIsRefused() {
    Map<String, Algorithm> strided = Map.of("layer2.0.conv1", Algorithm.WINOGRAD_2);
    assertThatThrownBy(() -> algorithms(new LoweringOptions(Numerics.FAST, 1, strided)))
        .isInstanceOf(UnsuitableAlgorithmException.class)
        .hasMessage("'layer2.0.conv1' cannot be computed by winograd-2; it can by direct");
  }

  @Test
  void aLayerThatIsNotThereIsNamed() {
    Map<String, Algorithm> unknown = Map.of("layer9", Algorithm.DIRECT);
    assertThatThrownBy(() -> algorithms(new LoweringOptions(Numerics.FAST, 1, unknown)))
        .isInstanceOf(UnsuitableAlgorithmException.class)
        .hasMessageContaining("'layer9'");
  }

  private List<Algorithm> algorithms(LoweringOptions options) {
    return Lowering.lower(graph, options).steps().stream().map(Step::algorithm).toList();
  }

  private Algorithm algorithm(String path, LoweringOptions options) {
    return Lowering.lower(graph, options).steps().stream()
        .filter(step -> step.node().origin().path().equals(path))
        .findFirst()
        .orElseThrow()
        .algorithm();
  }
}
